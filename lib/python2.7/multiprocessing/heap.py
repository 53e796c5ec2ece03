"""Blocks of memory that processes share, cut out of mapped files."""

import bisect
import mmap
import sys

from multiprocessing.util import Finalize

__all__ = ['BufferWrapper']


class Arena(object):
    """A piece of shared memory."""

    def __init__(self, size):
        self.size = size
        self.buffer = mmap.mmap(-1, size)
        self.name = None


class Heap(object):
    """Finds free blocks (arena, start, stop); the smallest that is large
    enough."""

    _alignment = 8

    def __init__(self, size=mmap.PAGESIZE):
        import os
        import threading
        self._lastpid = os.getpid()
        self._lock = threading.Lock()
        self._size = size
        self._lengths = []
        self._len_to_seq = {}
        self._start_to_block = {}
        self._stop_to_block = {}
        self._allocated_blocks = set()
        self._arenas = []
        self._pending_free_blocks = []

    @staticmethod
    def _roundup(n, alignment):
        return (n + alignment - 1) // alignment * alignment

    def _new_arena(self, size):
        length = self._roundup(max(self._size, size), mmap.PAGESIZE)
        self._size *= 2
        arena = Arena(length)
        self._arenas.append(arena)
        return arena, 0, length

    def _take(self, size):
        i = bisect.bisect_left(self._lengths, size)
        if i == len(self._lengths):
            return self._new_arena(size)
        length = self._lengths[i]
        blocks = self._len_to_seq[length]
        block = blocks.pop()
        if not blocks:
            del self._len_to_seq[length], self._lengths[i]
        self._forget_ends(block)
        return block

    def _forget_ends(self, block):
        arena, start, stop = block
        del self._start_to_block[arena, start]
        del self._stop_to_block[arena, stop]

    def _add_free(self, block):
        """Keeps a block, joined with its free neighbours."""
        arena, start, stop = block
        before = self._stop_to_block.get((arena, start))
        if before is not None:
            start = self._absorb(before)[1]
        after = self._start_to_block.get((arena, stop))
        if after is not None:
            stop = self._absorb(after)[2]
        block = arena, start, stop
        length = stop - start
        if length in self._len_to_seq:
            self._len_to_seq[length].append(block)
        else:
            self._len_to_seq[length] = [block]
            bisect.insort(self._lengths, length)
        self._start_to_block[arena, start] = block
        self._stop_to_block[arena, stop] = block

    def _absorb(self, block):
        self._forget_ends(block)
        length = block[2] - block[1]
        blocks = self._len_to_seq[length]
        blocks.remove(block)
        if not blocks:
            del self._len_to_seq[length]
            self._lengths.remove(length)
        return block

    def _free_pending(self):
        while self._pending_free_blocks:
            block = self._pending_free_blocks.pop()
            self._allocated_blocks.remove(block)
            self._add_free(block)

    def free(self, block):
        """A block may be used again.  Called by finalizers, which may
        interrupt who holds the lock."""
        import os
        assert os.getpid() == self._lastpid
        if not self._lock.acquire(False):
            self._pending_free_blocks.append(block)
            return
        try:
            self._free_pending()
            self._allocated_blocks.remove(block)
            self._add_free(block)
        finally:
            self._lock.release()

    def malloc(self, size):
        """A block of at least so many bytes."""
        import os
        assert 0 <= size < sys.maxint
        if os.getpid() != self._lastpid:
            self.__init__()
        with self._lock:
            self._free_pending()
            size = self._roundup(max(size, 1), self._alignment)
            arena, start, stop = self._take(size)
            end = start + size
            if end < stop:
                self._add_free((arena, end, stop))
            block = arena, start, end
            self._allocated_blocks.add(block)
            return block


class BufferWrapper(object):
    """Shared memory of a size."""

    _heap = Heap()

    def __init__(self, size):
        assert 0 <= size < sys.maxint
        block = BufferWrapper._heap.malloc(size)
        self._state = block, size
        Finalize(self, BufferWrapper._heap.free, args=(block,))

    def get_address(self):
        import _multiprocessing
        (arena, start, stop), size = self._state
        address, length = _multiprocessing.address_of_buffer(arena.buffer)
        assert size <= length
        return address + start

    def get_size(self):
        return self._state[1]
