"""Names of types as Windows has them."""

from ctypes import *

BYTE = c_byte
WORD = c_ushort
DWORD = c_ulong
WCHAR = c_wchar
UINT = c_uint
INT = c_int
DOUBLE = c_double
FLOAT = c_float
BOOLEAN = BYTE
BOOL = c_long
ULONG = c_ulong
LONG = c_long
USHORT = c_ushort
SHORT = c_short
LPCOLESTR = LPOLESTR = OLESTR = c_wchar_p
LPCWSTR = LPWSTR = c_wchar_p
LPCSTR = LPSTR = c_char_p
LPCVOID = LPVOID = c_void_p
HANDLE = c_void_p


class RECT(Structure):
    _fields_ = [('left', c_long), ('top', c_long), ('right', c_long),
                ('bottom', c_long)]


class POINT(Structure):
    _fields_ = [('x', c_long), ('y', c_long)]


class SIZE(Structure):
    _fields_ = [('cx', c_long), ('cy', c_long)]
