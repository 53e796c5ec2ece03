"""Structures of both byte orders."""

from ctypes import BigEndianStructure, LittleEndianStructure
