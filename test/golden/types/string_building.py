s = ''
for i in range(1000): s += str(i % 10)
print len(s), s[:15], s[-5:], s.count('7')
l = []
for i in range(100): l.append('%d:%s' % (i, chr(97 + i % 26)))
print ','.join(l)[:40], len(','.join(l))
u = u''
for i in range(50): u += unichr(0x3b1 + i % 24)
print len(u), u[:3].encode('utf-8'), repr(u[-1])
t = s
s += 'x'
print len(t), len(s)
