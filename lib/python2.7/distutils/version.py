"""Version numbers that compare as people expect.

StrictVersion: two or three numbers, then perhaps a1 or b2.  LooseVersion:
anything; numbers compare as numbers, words as words."""

import re
import string
from types import StringType


class Version:
    """What both have in common."""

    def __init__(self, vstring=None):
        if vstring:
            self.parse(vstring)

    def __repr__(self):
        return "%s ('%s')" % (self.__class__.__name__, str(self))


class StrictVersion(Version):
    version_re = re.compile(
        r'^(\d+) \. (\d+) (\. (\d+))? ([ab](\d+))?$', re.VERBOSE)

    def parse(self, vstring):
        match = self.version_re.match(vstring)
        if not match:
            raise ValueError, "invalid version number '%s'" % vstring
        major, minor, patch, pre, pre_num = match.group(1, 2, 4, 5, 6)
        self.version = (int(major), int(minor), int(patch) if patch else 0)
        if pre:
            self.prerelease = (pre[0], int(pre_num))
        else:
            self.prerelease = None

    def __str__(self):
        numbers = self.version
        if numbers[2] == 0:
            numbers = numbers[:2]
        vstring = '.'.join(map(str, numbers))
        if self.prerelease:
            vstring = vstring + self.prerelease[0] + str(self.prerelease[1])
        return vstring

    def __cmp__(self, other):
        if isinstance(other, StringType):
            other = StrictVersion(other)
        compare = cmp(self.version, other.version)
        if compare == 0:
            # A version comes behind those that lead to it.
            if not self.prerelease and not other.prerelease:
                return 0
            if self.prerelease and not other.prerelease:
                return -1
            if not self.prerelease and other.prerelease:
                return 1
            return cmp(self.prerelease, other.prerelease)
        return compare


class LooseVersion(Version):
    component_re = re.compile(r'(\d+ | [a-z]+ | \.)', re.VERBOSE)

    def __init__(self, vstring=None):
        if vstring:
            self.parse(vstring)

    def parse(self, vstring):
        self.vstring = vstring
        components = filter(lambda x: x and x != '.',
                            self.component_re.split(vstring))
        for i in range(len(components)):
            try:
                components[i] = int(components[i])
            except ValueError:
                pass
        self.version = components

    def __str__(self):
        return self.vstring

    def __repr__(self):
        return "LooseVersion ('%s')" % str(self)

    def __cmp__(self, other):
        if isinstance(other, StringType):
            other = LooseVersion(other)
        return cmp(self.version, other.version)
