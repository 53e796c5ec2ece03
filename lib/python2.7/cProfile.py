"""cProfile: profile under its other name.  CPython's is the faster of two; here
there is one."""

import _profiler
from profile import Profile, help, run, runctx

__all__ = ["run", "runctx", "help", "Profile"]


def main():
    _profiler.main(runctx, 'cProfile.py')


if __name__ == '__main__':
    main()
