"""The tables of RFC 3454: which characters names may have, and how they fold."""

from unicodedata import ucd_3_2_0 as unicodedata

assert unicodedata.unidata_version == '3.2.0'

# What case folding makes of a character, where that is not lower().
b3_exceptions = {
    0xb5: u'\u03bc', 0xdf: u'\u0073\u0073', 0x130: u'\u0069\u0307',
    0x149: u'\u02bc\u006e', 0x17f: u'\u0073', 0x1f0: u'\u006a\u030c',
    0x345: u'\u03b9', 0x37a: u'\u0020\u03b9', 0x390: u'\u03b9\u0308\u0301',
    0x3b0: u'\u03c5\u0308\u0301', 0x3c2: u'\u03c3', 0x3d0: u'\u03b2',
    0x3d1: u'\u03b8', 0x3d2: u'\u03c5', 0x3d3: u'\u03cd', 0x3d4: u'\u03cb',
    0x3d5: u'\u03c6', 0x3d6: u'\u03c0', 0x3f0: u'\u03ba', 0x3f1: u'\u03c1',
    0x3f2: u'\u03c3', 0x3f5: u'\u03b5', 0x587: u'\u0565\u0582',
    0x1e96: u'\u0068\u0331', 0x1e97: u'\u0074\u0308', 0x1e98: u'\u0077\u030a',
    0x1e99: u'\u0079\u030a', 0x1e9a: u'\u0061\u02be', 0x1e9b: u'\u1e61',
    0x1f50: u'\u03c5\u0313', 0x1f52: u'\u03c5\u0313\u0300',
    0x1f54: u'\u03c5\u0313\u0301', 0x1f56: u'\u03c5\u0313\u0342',
    0x1f80: u'\u1f00\u03b9', 0x1f81: u'\u1f01\u03b9', 0x1f82: u'\u1f02\u03b9',
    0x1f83: u'\u1f03\u03b9', 0x1f84: u'\u1f04\u03b9', 0x1f85: u'\u1f05\u03b9',
    0x1f86: u'\u1f06\u03b9', 0x1f87: u'\u1f07\u03b9', 0x1f88: u'\u1f00\u03b9',
    0x1f89: u'\u1f01\u03b9', 0x1f8a: u'\u1f02\u03b9', 0x1f8b: u'\u1f03\u03b9',
    0x1f8c: u'\u1f04\u03b9', 0x1f8d: u'\u1f05\u03b9', 0x1f8e: u'\u1f06\u03b9',
    0x1f8f: u'\u1f07\u03b9', 0x1f90: u'\u1f20\u03b9', 0x1f91: u'\u1f21\u03b9',
    0x1f92: u'\u1f22\u03b9', 0x1f93: u'\u1f23\u03b9', 0x1f94: u'\u1f24\u03b9',
    0x1f95: u'\u1f25\u03b9', 0x1f96: u'\u1f26\u03b9', 0x1f97: u'\u1f27\u03b9',
    0x1f98: u'\u1f20\u03b9', 0x1f99: u'\u1f21\u03b9', 0x1f9a: u'\u1f22\u03b9',
    0x1f9b: u'\u1f23\u03b9', 0x1f9c: u'\u1f24\u03b9', 0x1f9d: u'\u1f25\u03b9',
    0x1f9e: u'\u1f26\u03b9', 0x1f9f: u'\u1f27\u03b9', 0x1fa0: u'\u1f60\u03b9',
    0x1fa1: u'\u1f61\u03b9', 0x1fa2: u'\u1f62\u03b9', 0x1fa3: u'\u1f63\u03b9',
    0x1fa4: u'\u1f64\u03b9', 0x1fa5: u'\u1f65\u03b9', 0x1fa6: u'\u1f66\u03b9',
    0x1fa7: u'\u1f67\u03b9', 0x1fa8: u'\u1f60\u03b9', 0x1fa9: u'\u1f61\u03b9',
    0x1faa: u'\u1f62\u03b9', 0x1fab: u'\u1f63\u03b9', 0x1fac: u'\u1f64\u03b9',
    0x1fad: u'\u1f65\u03b9', 0x1fae: u'\u1f66\u03b9', 0x1faf: u'\u1f67\u03b9',
    0x1fb2: u'\u1f70\u03b9', 0x1fb3: u'\u03b1\u03b9', 0x1fb4: u'\u03ac\u03b9',
    0x1fb6: u'\u03b1\u0342', 0x1fb7: u'\u03b1\u0342\u03b9',
    0x1fbc: u'\u03b1\u03b9', 0x1fbe: u'\u03b9', 0x1fc2: u'\u1f74\u03b9',
    0x1fc3: u'\u03b7\u03b9', 0x1fc4: u'\u03ae\u03b9', 0x1fc6: u'\u03b7\u0342',
    0x1fc7: u'\u03b7\u0342\u03b9', 0x1fcc: u'\u03b7\u03b9',
    0x1fd2: u'\u03b9\u0308\u0300', 0x1fd3: u'\u03b9\u0308\u0301',
    0x1fd6: u'\u03b9\u0342', 0x1fd7: u'\u03b9\u0308\u0342',
    0x1fe2: u'\u03c5\u0308\u0300', 0x1fe3: u'\u03c5\u0308\u0301',
    0x1fe4: u'\u03c1\u0313', 0x1fe6: u'\u03c5\u0342',
    0x1fe7: u'\u03c5\u0308\u0342', 0x1ff2: u'\u1f7c\u03b9',
    0x1ff3: u'\u03c9\u03b9', 0x1ff4: u'\u03ce\u03b9', 0x1ff6: u'\u03c9\u0342',
    0x1ff7: u'\u03c9\u0342\u03b9', 0x1ffc: u'\u03c9\u03b9',
    0x20a8: u'\u0072\u0073', 0x2102: u'\u0063', 0x2103: u'\u00b0\u0063',
    0x2107: u'\u025b', 0x2109: u'\u00b0\u0066', 0x210b: u'\u0068',
    0x210c: u'\u0068', 0x210d: u'\u0068', 0x2110: u'\u0069', 0x2111: u'\u0069',
    0x2112: u'\u006c', 0x2115: u'\u006e', 0x2116: u'\u006e\u006f',
    0x2119: u'\u0070', 0x211a: u'\u0071', 0x211b: u'\u0072', 0x211c: u'\u0072',
    0x211d: u'\u0072', 0x2120: u'\u0073\u006d', 0x2121: u'\u0074\u0065\u006c',
    0x2122: u'\u0074\u006d', 0x2124: u'\u007a', 0x2128: u'\u007a',
    0x212c: u'\u0062', 0x212d: u'\u0063', 0x2130: u'\u0065', 0x2131: u'\u0066',
    0x2133: u'\u006d', 0x213e: u'\u03b3', 0x213f: u'\u03c0', 0x2145: u'\u0064',
    0x3371: u'\u0068\u0070\u0061', 0x3373: u'\u0061\u0075',
    0x3375: u'\u006f\u0076', 0x3380: u'\u0070\u0061', 0x3381: u'\u006e\u0061',
    0x3382: u'\u03bc\u0061', 0x3383: u'\u006d\u0061', 0x3384: u'\u006b\u0061',
    0x3385: u'\u006b\u0062', 0x3386: u'\u006d\u0062', 0x3387: u'\u0067\u0062',
    0x338a: u'\u0070\u0066', 0x338b: u'\u006e\u0066', 0x338c: u'\u03bc\u0066',
    0x3390: u'\u0068\u007a', 0x3391: u'\u006b\u0068\u007a',
    0x3392: u'\u006d\u0068\u007a', 0x3393: u'\u0067\u0068\u007a',
    0x3394: u'\u0074\u0068\u007a', 0x33a9: u'\u0070\u0061',
    0x33aa: u'\u006b\u0070\u0061', 0x33ab: u'\u006d\u0070\u0061',
    0x33ac: u'\u0067\u0070\u0061', 0x33b4: u'\u0070\u0076',
    0x33b5: u'\u006e\u0076', 0x33b6: u'\u03bc\u0076', 0x33b7: u'\u006d\u0076',
    0x33b8: u'\u006b\u0076', 0x33b9: u'\u006d\u0076', 0x33ba: u'\u0070\u0077',
    0x33bb: u'\u006e\u0077', 0x33bc: u'\u03bc\u0077', 0x33bd: u'\u006d\u0077',
    0x33be: u'\u006b\u0077', 0x33bf: u'\u006d\u0077', 0x33c0: u'\u006b\u03c9',
    0x33c1: u'\u006d\u03c9', 0x33c3: u'\u0062\u0071',
    0x33c6: u'\u0063\u2215\u006b\u0067', 0x33c7: u'\u0063\u006f\u002e',
    0x33c8: u'\u0064\u0062', 0x33c9: u'\u0067\u0079', 0x33cb: u'\u0068\u0070',
    0x33cd: u'\u006b\u006b', 0x33ce: u'\u006b\u006d', 0x33d7: u'\u0070\u0068',
    0x33d9: u'\u0070\u0070\u006d', 0x33da: u'\u0070\u0072',
    0x33dc: u'\u0073\u0076', 0x33dd: u'\u0077\u0062', 0xfb00: u'\u0066\u0066',
    0xfb01: u'\u0066\u0069', 0xfb02: u'\u0066\u006c',
    0xfb03: u'\u0066\u0066\u0069', 0xfb04: u'\u0066\u0066\u006c',
    0xfb05: u'\u0073\u0074', 0xfb06: u'\u0073\u0074', 0xfb13: u'\u0574\u0576',
    0xfb14: u'\u0574\u0565', 0xfb15: u'\u0574\u056b', 0xfb16: u'\u057e\u0576',
    0xfb17: u'\u0574\u056d', 0x1d400: u'\u0061', 0x1d401: u'\u0062',
    0x1d402: u'\u0063', 0x1d403: u'\u0064', 0x1d404: u'\u0065',
    0x1d405: u'\u0066', 0x1d406: u'\u0067', 0x1d407: u'\u0068',
    0x1d408: u'\u0069', 0x1d409: u'\u006a', 0x1d40a: u'\u006b',
    0x1d40b: u'\u006c', 0x1d40c: u'\u006d', 0x1d40d: u'\u006e',
    0x1d40e: u'\u006f', 0x1d40f: u'\u0070', 0x1d410: u'\u0071',
    0x1d411: u'\u0072', 0x1d412: u'\u0073', 0x1d413: u'\u0074',
    0x1d414: u'\u0075', 0x1d415: u'\u0076', 0x1d416: u'\u0077',
    0x1d417: u'\u0078', 0x1d418: u'\u0079', 0x1d419: u'\u007a',
    0x1d434: u'\u0061', 0x1d435: u'\u0062', 0x1d436: u'\u0063',
    0x1d437: u'\u0064', 0x1d438: u'\u0065', 0x1d439: u'\u0066',
    0x1d43a: u'\u0067', 0x1d43b: u'\u0068', 0x1d43c: u'\u0069',
    0x1d43d: u'\u006a', 0x1d43e: u'\u006b', 0x1d43f: u'\u006c',
    0x1d440: u'\u006d', 0x1d441: u'\u006e', 0x1d442: u'\u006f',
    0x1d443: u'\u0070', 0x1d444: u'\u0071', 0x1d445: u'\u0072',
    0x1d446: u'\u0073', 0x1d447: u'\u0074', 0x1d448: u'\u0075',
    0x1d449: u'\u0076', 0x1d44a: u'\u0077', 0x1d44b: u'\u0078',
    0x1d44c: u'\u0079', 0x1d44d: u'\u007a', 0x1d468: u'\u0061',
    0x1d469: u'\u0062', 0x1d46a: u'\u0063', 0x1d46b: u'\u0064',
    0x1d46c: u'\u0065', 0x1d46d: u'\u0066', 0x1d46e: u'\u0067',
    0x1d46f: u'\u0068', 0x1d470: u'\u0069', 0x1d471: u'\u006a',
    0x1d472: u'\u006b', 0x1d473: u'\u006c', 0x1d474: u'\u006d',
    0x1d475: u'\u006e', 0x1d476: u'\u006f', 0x1d477: u'\u0070',
    0x1d478: u'\u0071', 0x1d479: u'\u0072', 0x1d47a: u'\u0073',
    0x1d47b: u'\u0074', 0x1d47c: u'\u0075', 0x1d47d: u'\u0076',
    0x1d47e: u'\u0077', 0x1d47f: u'\u0078', 0x1d480: u'\u0079',
    0x1d481: u'\u007a', 0x1d49c: u'\u0061', 0x1d49e: u'\u0063',
    0x1d49f: u'\u0064', 0x1d4a2: u'\u0067', 0x1d4a5: u'\u006a',
    0x1d4a6: u'\u006b', 0x1d4a9: u'\u006e', 0x1d4aa: u'\u006f',
    0x1d4ab: u'\u0070', 0x1d4ac: u'\u0071', 0x1d4ae: u'\u0073',
    0x1d4af: u'\u0074', 0x1d4b0: u'\u0075', 0x1d4b1: u'\u0076',
    0x1d4b2: u'\u0077', 0x1d4b3: u'\u0078', 0x1d4b4: u'\u0079',
    0x1d4b5: u'\u007a', 0x1d4d0: u'\u0061', 0x1d4d1: u'\u0062',
    0x1d4d2: u'\u0063', 0x1d4d3: u'\u0064', 0x1d4d4: u'\u0065',
    0x1d4d5: u'\u0066', 0x1d4d6: u'\u0067', 0x1d4d7: u'\u0068',
    0x1d4d8: u'\u0069', 0x1d4d9: u'\u006a', 0x1d4da: u'\u006b',
    0x1d4db: u'\u006c', 0x1d4dc: u'\u006d', 0x1d4dd: u'\u006e',
    0x1d4de: u'\u006f', 0x1d4df: u'\u0070', 0x1d4e0: u'\u0071',
    0x1d4e1: u'\u0072', 0x1d4e2: u'\u0073', 0x1d4e3: u'\u0074',
    0x1d4e4: u'\u0075', 0x1d4e5: u'\u0076', 0x1d4e6: u'\u0077',
    0x1d4e7: u'\u0078', 0x1d4e8: u'\u0079', 0x1d4e9: u'\u007a',
    0x1d504: u'\u0061', 0x1d505: u'\u0062', 0x1d507: u'\u0064',
    0x1d508: u'\u0065', 0x1d509: u'\u0066', 0x1d50a: u'\u0067',
    0x1d50d: u'\u006a', 0x1d50e: u'\u006b', 0x1d50f: u'\u006c',
    0x1d510: u'\u006d', 0x1d511: u'\u006e', 0x1d512: u'\u006f',
    0x1d513: u'\u0070', 0x1d514: u'\u0071', 0x1d516: u'\u0073',
    0x1d517: u'\u0074', 0x1d518: u'\u0075', 0x1d519: u'\u0076',
    0x1d51a: u'\u0077', 0x1d51b: u'\u0078', 0x1d51c: u'\u0079',
    0x1d538: u'\u0061', 0x1d539: u'\u0062', 0x1d53b: u'\u0064',
    0x1d53c: u'\u0065', 0x1d53d: u'\u0066', 0x1d53e: u'\u0067',
    0x1d540: u'\u0069', 0x1d541: u'\u006a', 0x1d542: u'\u006b',
    0x1d543: u'\u006c', 0x1d544: u'\u006d', 0x1d546: u'\u006f',
    0x1d54a: u'\u0073', 0x1d54b: u'\u0074', 0x1d54c: u'\u0075',
    0x1d54d: u'\u0076', 0x1d54e: u'\u0077', 0x1d54f: u'\u0078',
    0x1d550: u'\u0079', 0x1d56c: u'\u0061', 0x1d56d: u'\u0062',
    0x1d56e: u'\u0063', 0x1d56f: u'\u0064', 0x1d570: u'\u0065',
    0x1d571: u'\u0066', 0x1d572: u'\u0067', 0x1d573: u'\u0068',
    0x1d574: u'\u0069', 0x1d575: u'\u006a', 0x1d576: u'\u006b',
    0x1d577: u'\u006c', 0x1d578: u'\u006d', 0x1d579: u'\u006e',
    0x1d57a: u'\u006f', 0x1d57b: u'\u0070', 0x1d57c: u'\u0071',
    0x1d57d: u'\u0072', 0x1d57e: u'\u0073', 0x1d57f: u'\u0074',
    0x1d580: u'\u0075', 0x1d581: u'\u0076', 0x1d582: u'\u0077',
    0x1d583: u'\u0078', 0x1d584: u'\u0079', 0x1d585: u'\u007a',
    0x1d5a0: u'\u0061', 0x1d5a1: u'\u0062', 0x1d5a2: u'\u0063',
    0x1d5a3: u'\u0064', 0x1d5a4: u'\u0065', 0x1d5a5: u'\u0066',
    0x1d5a6: u'\u0067', 0x1d5a7: u'\u0068', 0x1d5a8: u'\u0069',
    0x1d5a9: u'\u006a', 0x1d5aa: u'\u006b', 0x1d5ab: u'\u006c',
    0x1d5ac: u'\u006d', 0x1d5ad: u'\u006e', 0x1d5ae: u'\u006f',
    0x1d5af: u'\u0070', 0x1d5b0: u'\u0071', 0x1d5b1: u'\u0072',
    0x1d5b2: u'\u0073', 0x1d5b3: u'\u0074', 0x1d5b4: u'\u0075',
    0x1d5b5: u'\u0076', 0x1d5b6: u'\u0077', 0x1d5b7: u'\u0078',
    0x1d5b8: u'\u0079', 0x1d5b9: u'\u007a', 0x1d5d4: u'\u0061',
    0x1d5d5: u'\u0062', 0x1d5d6: u'\u0063', 0x1d5d7: u'\u0064',
    0x1d5d8: u'\u0065', 0x1d5d9: u'\u0066', 0x1d5da: u'\u0067',
    0x1d5db: u'\u0068', 0x1d5dc: u'\u0069', 0x1d5dd: u'\u006a',
    0x1d5de: u'\u006b', 0x1d5df: u'\u006c', 0x1d5e0: u'\u006d',
    0x1d5e1: u'\u006e', 0x1d5e2: u'\u006f', 0x1d5e3: u'\u0070',
    0x1d5e4: u'\u0071', 0x1d5e5: u'\u0072', 0x1d5e6: u'\u0073',
    0x1d5e7: u'\u0074', 0x1d5e8: u'\u0075', 0x1d5e9: u'\u0076',
    0x1d5ea: u'\u0077', 0x1d5eb: u'\u0078', 0x1d5ec: u'\u0079',
    0x1d5ed: u'\u007a', 0x1d608: u'\u0061', 0x1d609: u'\u0062',
    0x1d60a: u'\u0063', 0x1d60b: u'\u0064', 0x1d60c: u'\u0065',
    0x1d60d: u'\u0066', 0x1d60e: u'\u0067', 0x1d60f: u'\u0068',
    0x1d610: u'\u0069', 0x1d611: u'\u006a', 0x1d612: u'\u006b',
    0x1d613: u'\u006c', 0x1d614: u'\u006d', 0x1d615: u'\u006e',
    0x1d616: u'\u006f', 0x1d617: u'\u0070', 0x1d618: u'\u0071',
    0x1d619: u'\u0072', 0x1d61a: u'\u0073', 0x1d61b: u'\u0074',
    0x1d61c: u'\u0075', 0x1d61d: u'\u0076', 0x1d61e: u'\u0077',
    0x1d61f: u'\u0078', 0x1d620: u'\u0079', 0x1d621: u'\u007a',
    0x1d63c: u'\u0061', 0x1d63d: u'\u0062', 0x1d63e: u'\u0063',
    0x1d63f: u'\u0064', 0x1d640: u'\u0065', 0x1d641: u'\u0066',
    0x1d642: u'\u0067', 0x1d643: u'\u0068', 0x1d644: u'\u0069',
    0x1d645: u'\u006a', 0x1d646: u'\u006b', 0x1d647: u'\u006c',
    0x1d648: u'\u006d', 0x1d649: u'\u006e', 0x1d64a: u'\u006f',
    0x1d64b: u'\u0070', 0x1d64c: u'\u0071', 0x1d64d: u'\u0072',
    0x1d64e: u'\u0073', 0x1d64f: u'\u0074', 0x1d650: u'\u0075',
    0x1d651: u'\u0076', 0x1d652: u'\u0077', 0x1d653: u'\u0078',
    0x1d654: u'\u0079', 0x1d655: u'\u007a', 0x1d670: u'\u0061',
    0x1d671: u'\u0062', 0x1d672: u'\u0063', 0x1d673: u'\u0064',
    0x1d674: u'\u0065', 0x1d675: u'\u0066', 0x1d676: u'\u0067',
    0x1d677: u'\u0068', 0x1d678: u'\u0069', 0x1d679: u'\u006a',
    0x1d67a: u'\u006b', 0x1d67b: u'\u006c', 0x1d67c: u'\u006d',
    0x1d67d: u'\u006e', 0x1d67e: u'\u006f', 0x1d67f: u'\u0070',
    0x1d680: u'\u0071', 0x1d681: u'\u0072', 0x1d682: u'\u0073',
    0x1d683: u'\u0074', 0x1d684: u'\u0075', 0x1d685: u'\u0076',
    0x1d686: u'\u0077', 0x1d687: u'\u0078', 0x1d688: u'\u0079',
    0x1d689: u'\u007a', 0x1d6a8: u'\u03b1', 0x1d6a9: u'\u03b2',
    0x1d6aa: u'\u03b3', 0x1d6ab: u'\u03b4', 0x1d6ac: u'\u03b5',
    0x1d6ad: u'\u03b6', 0x1d6ae: u'\u03b7', 0x1d6af: u'\u03b8',
    0x1d6b0: u'\u03b9', 0x1d6b1: u'\u03ba', 0x1d6b2: u'\u03bb',
    0x1d6b3: u'\u03bc', 0x1d6b4: u'\u03bd', 0x1d6b5: u'\u03be',
    0x1d6b6: u'\u03bf', 0x1d6b7: u'\u03c0', 0x1d6b8: u'\u03c1',
    0x1d6b9: u'\u03b8', 0x1d6ba: u'\u03c3', 0x1d6bb: u'\u03c4',
    0x1d6bc: u'\u03c5', 0x1d6bd: u'\u03c6', 0x1d6be: u'\u03c7',
    0x1d6bf: u'\u03c8', 0x1d6c0: u'\u03c9', 0x1d6d3: u'\u03c3',
    0x1d6e2: u'\u03b1', 0x1d6e3: u'\u03b2', 0x1d6e4: u'\u03b3',
    0x1d6e5: u'\u03b4', 0x1d6e6: u'\u03b5', 0x1d6e7: u'\u03b6',
    0x1d6e8: u'\u03b7', 0x1d6e9: u'\u03b8', 0x1d6ea: u'\u03b9',
    0x1d6eb: u'\u03ba', 0x1d6ec: u'\u03bb', 0x1d6ed: u'\u03bc',
    0x1d6ee: u'\u03bd', 0x1d6ef: u'\u03be', 0x1d6f0: u'\u03bf',
    0x1d6f1: u'\u03c0', 0x1d6f2: u'\u03c1', 0x1d6f3: u'\u03b8',
    0x1d6f4: u'\u03c3', 0x1d6f5: u'\u03c4', 0x1d6f6: u'\u03c5',
    0x1d6f7: u'\u03c6', 0x1d6f8: u'\u03c7', 0x1d6f9: u'\u03c8',
    0x1d6fa: u'\u03c9', 0x1d70d: u'\u03c3', 0x1d71c: u'\u03b1',
    0x1d71d: u'\u03b2', 0x1d71e: u'\u03b3', 0x1d71f: u'\u03b4',
    0x1d720: u'\u03b5', 0x1d721: u'\u03b6', 0x1d722: u'\u03b7',
    0x1d723: u'\u03b8', 0x1d724: u'\u03b9', 0x1d725: u'\u03ba',
    0x1d726: u'\u03bb', 0x1d727: u'\u03bc', 0x1d728: u'\u03bd',
    0x1d729: u'\u03be', 0x1d72a: u'\u03bf', 0x1d72b: u'\u03c0',
    0x1d72c: u'\u03c1', 0x1d72d: u'\u03b8', 0x1d72e: u'\u03c3',
    0x1d72f: u'\u03c4', 0x1d730: u'\u03c5', 0x1d731: u'\u03c6',
    0x1d732: u'\u03c7', 0x1d733: u'\u03c8', 0x1d734: u'\u03c9',
    0x1d747: u'\u03c3', 0x1d756: u'\u03b1', 0x1d757: u'\u03b2',
    0x1d758: u'\u03b3', 0x1d759: u'\u03b4', 0x1d75a: u'\u03b5',
    0x1d75b: u'\u03b6', 0x1d75c: u'\u03b7', 0x1d75d: u'\u03b8',
    0x1d75e: u'\u03b9', 0x1d75f: u'\u03ba', 0x1d760: u'\u03bb',
    0x1d761: u'\u03bc', 0x1d762: u'\u03bd', 0x1d763: u'\u03be',
    0x1d764: u'\u03bf', 0x1d765: u'\u03c0', 0x1d766: u'\u03c1',
    0x1d767: u'\u03b8', 0x1d768: u'\u03c3', 0x1d769: u'\u03c4',
    0x1d76a: u'\u03c5', 0x1d76b: u'\u03c6', 0x1d76c: u'\u03c7',
    0x1d76d: u'\u03c8', 0x1d76e: u'\u03c9', 0x1d781: u'\u03c3',
    0x1d790: u'\u03b1', 0x1d791: u'\u03b2', 0x1d792: u'\u03b3',
    0x1d793: u'\u03b4', 0x1d794: u'\u03b5', 0x1d795: u'\u03b6',
    0x1d796: u'\u03b7', 0x1d797: u'\u03b8', 0x1d798: u'\u03b9',
    0x1d799: u'\u03ba', 0x1d79a: u'\u03bb', 0x1d79b: u'\u03bc',
    0x1d79c: u'\u03bd', 0x1d79d: u'\u03be', 0x1d79e: u'\u03bf',
    0x1d79f: u'\u03c0', 0x1d7a0: u'\u03c1', 0x1d7a1: u'\u03b8',
    0x1d7a2: u'\u03c3', 0x1d7a3: u'\u03c4', 0x1d7a4: u'\u03c5',
    0x1d7a5: u'\u03c6', 0x1d7a6: u'\u03c7', 0x1d7a7: u'\u03c8',
    0x1d7a8: u'\u03c9', 0x1d7bb: u'\u03c3',
}
b1_set = set([173, 847, 6150, 6155, 6156, 6157, 8203, 8204, 8205, 8288,
              65279] + range(65024, 65040))


def in_table_a1(code):
    if unicodedata.category(code) != 'Cn':
        return False
    c = ord(code)
    if 0xFDD0 <= c < 0xFDF0:
        return False
    return c & 0xFFFF not in (0xFFFE, 0xFFFF)


def in_table_b1(code):
    return ord(code) in b1_set


def map_table_b3(code):
    r = b3_exceptions.get(ord(code))
    if r is not None:
        return r
    return code.lower()


def map_table_b2(a):
    al = map_table_b3(a)
    b = unicodedata.normalize("NFKC", al)
    bl = u"".join([map_table_b3(ch) for ch in b])
    c = unicodedata.normalize("NFKC", bl)
    if b != c:
        return c
    return al


def in_table_c11(code):
    return code == u" "


def in_table_c12(code):
    return unicodedata.category(code) == "Zs" and code != u" "


def in_table_c11_c12(code):
    return unicodedata.category(code) == "Zs"


def in_table_c21(code):
    return ord(code) < 128 and unicodedata.category(code) == "Cc"


c22_specials = set([1757, 1807, 6158, 8204, 8205, 8232, 8233, 65279] +
                   range(8288, 8292) + range(8298, 8304) +
                   range(65529, 65533) + range(119155, 119163))


def in_table_c22(code):
    c = ord(code)
    if c < 128:
        return False
    return unicodedata.category(code) == "Cc" or c in c22_specials


def in_table_c21_c22(code):
    return unicodedata.category(code) == "Cc" or ord(code) in c22_specials


def in_table_c3(code):
    return unicodedata.category(code) == "Co"


def in_table_c4(code):
    c = ord(code)
    if c < 0xFDD0:
        return False
    if c < 0xFDF0:
        return True
    return c & 0xFFFF in (0xFFFE, 0xFFFF)


def in_table_c5(code):
    return unicodedata.category(code) == "Cs"


c6_set = set(range(65529, 65534))


def in_table_c6(code):
    return ord(code) in c6_set


c7_set = set(range(12272, 12284))


def in_table_c7(code):
    return ord(code) in c7_set


c8_set = set([832, 833, 8206, 8207] + range(8234, 8239) + range(8298, 8304))


def in_table_c8(code):
    return ord(code) in c8_set


c9_set = set([917505] + range(917536, 917632))


def in_table_c9(code):
    return ord(code) in c9_set


def in_table_d1(code):
    return unicodedata.bidirectional(code) in ("R", "AL")


def in_table_d2(code):
    return unicodedata.bidirectional(code) == "L"
