"""Pools of processes or threads that call functions."""

__all__ = ['Pool', 'ThreadPool']

import collections
import threading
import time

RUN, CLOSE, TERMINATE = 0, 1, 2


def mapstar(args):
    return map(*args)


class ApplyResult(object):
    """What a call will have returned."""

    def __init__(self, callback=None):
        self._condition = threading.Condition(threading.Lock())
        self._ready = False
        self._success = None
        self._value = None
        self._callback = callback

    def ready(self):
        return self._ready

    def successful(self):
        assert self._ready
        return self._success

    def wait(self, timeout=None):
        with self._condition:
            if not self._ready:
                self._condition.wait(timeout)

    def get(self, timeout=None):
        """The result, or the exception that was raised."""
        self.wait(timeout)
        if not self._ready:
            from multiprocessing import TimeoutError
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _set(self, success, value):
        self._success, self._value = success, value
        if self._callback and success:
            self._callback(value)
        with self._condition:
            self._ready = True
            self._condition.notify_all()


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    """What the calls of a map() will have returned."""

    def __init__(self, length, callback=None):
        ApplyResult.__init__(self, callback)
        self._success = True
        self._value = [None] * length
        self._left = length
        self._lock = threading.Lock()
        if not length:
            self._ready = True

    def _set_part(self, start, success, value):
        """One chunk is done; the first failure is the whole's."""
        with self._lock:
            if self._ready or self._left < 0:
                return
            if success:
                self._value[start:start + len(value)] = value
                self._left -= len(value)
                if self._left:
                    return
                value = self._value
            else:
                self._left = -1
        self._set(success, value)


class IMapIterator(object):
    """The results of imap(), in order or as they come."""

    def __init__(self, ordered):
        self._condition = threading.Condition(threading.Lock())
        self._ordered = ordered
        self._items = collections.deque()
        self._early = {}
        self._index = 0
        self._given = 0
        self._length = None

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._condition:
            end = None if timeout is None else time.time() + timeout
            while not self._items:
                if self._length == self._given:
                    raise StopIteration
                left = None if end is None else end - time.time()
                if left is not None and left <= 0:
                    from multiprocessing import TimeoutError
                    raise TimeoutError
                self._condition.wait(left)
            success, value = self._items.popleft()
            self._given += 1
        if success:
            return value
        raise value

    __next__ = next

    def _set(self, index, success, value):
        with self._condition:
            if self._ordered:
                self._early[index] = success, value
                while self._index in self._early:
                    self._items.append(self._early.pop(self._index))
                    self._index += 1
            else:
                self._items.append((success, value))
            self._condition.notify_all()

    def _set_length(self, length):
        with self._condition:
            self._length = length
            self._condition.notify_all()


class ThreadPool(object):
    """Threads that call functions for others."""

    def __init__(self, processes=None, initializer=None, initargs=()):
        if processes is None:
            from multiprocessing import cpu_count
            try:
                processes = cpu_count()
            except NotImplementedError:
                processes = 1
        if processes < 1:
            raise ValueError('Number of processes must be at least 1')
        if initializer is not None and not hasattr(initializer, '__call__'):
            raise TypeError('initializer must be a callable')
        self._state = RUN
        self._tasks = collections.deque()
        self._condition = threading.Condition(threading.Lock())
        self._pool = []
        self._start(processes, initializer, initargs)

    def _start(self, processes, initializer, initargs):
        for i in range(processes):
            t = threading.Thread(target=self._work,
                                 args=(initializer, initargs))
            t.daemon = True
            self._pool.append(t)
            t.start()

    def _work(self, initializer, initargs):
        if initializer is not None:
            initializer(*initargs)
        while True:
            with self._condition:
                while not self._tasks and self._state == RUN:
                    self._condition.wait()
                if self._state == TERMINATE or not self._tasks:
                    return
                report, func, args, kwds = self._tasks.popleft()
            try:
                success, value = True, func(*args, **kwds)
            except Exception as e:
                success, value = False, e
            report(success, value)

    def _add(self, report, func, args, kwds):
        with self._condition:
            self._tasks.append((report, func, args, kwds))
            self._condition.notify()

    def _check_running(self):
        assert self._state == RUN

    def apply(self, func, args=(), kwds={}):
        """Calls func(*args, **kwds); its result."""
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None):
        """The same; the result comes later."""
        self._check_running()
        result = ApplyResult(callback)
        self._add(result._set, func, args, kwds)
        return result

    def map(self, func, iterable, chunksize=None):
        """map() in the threads."""
        self._check_running()
        return self.map_async(func, iterable, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None):
        """The same; the results come later."""
        self._check_running()
        if not hasattr(iterable, '__len__'):
            iterable = list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(iterable), len(self._pool) * 4)
            if extra:
                chunksize += 1
        if len(iterable) == 0:
            chunksize = 1
        items = list(iterable)
        result = MapResult(len(items), callback)
        for start in range(0, len(items), max(chunksize, 1)):
            self._add_chunk(result, func, start,
                            items[start:start + chunksize])
        return result

    def _add_chunk(self, result, func, start, chunk):
        def report(success, value):
            result._set_part(start, success, value)
        self._add(report, mapstar, ((func, chunk),), {})

    def _imap(self, func, iterable, chunksize, ordered):
        self._check_running()
        result = IMapIterator(ordered)
        args = result, func, iterable, chunksize
        if hasattr(iterable, '__len__'):
            self._add_items(*args)
        else:
            # It may take its time, or have no end.
            t = threading.Thread(target=self._add_items, args=args)
            t.daemon = True
            t.start()
        return result

    def _add_items(self, result, func, iterable, chunksize):
        """An error of the iterable comes in place of the chunk it is in."""
        n, chunk = 0, []
        try:
            for item in iterable:
                if self._state == TERMINATE:
                    break
                chunk.append(item)
                if len(chunk) == chunksize:
                    n = self._add_chunk_items(result, n, func, chunk)
                    chunk = []
        except Exception as e:
            result._set(n, False, e)
            n += 1
        else:
            n = self._add_chunk_items(result, n, func, chunk)
        result._set_length(n)

    def _add_chunk_items(self, result, n, func, chunk):
        for item in chunk:
            self._add_item(result, n, func, item)
            n += 1
        return n

    def _add_item(self, result, index, func, item):
        def report(success, value):
            result._set(index, success, value)
        self._add(report, func, (item,), {})

    def imap(self, func, iterable, chunksize=1):
        """An iterator of the results, in order."""
        return self._imap(func, iterable, chunksize, True)

    def imap_unordered(self, func, iterable, chunksize=1):
        """An iterator of the results, as they come."""
        return self._imap(func, iterable, chunksize, False)

    def close(self):
        """No more calls; the threads end when all are done."""
        with self._condition:
            if self._state == RUN:
                self._state = CLOSE
            self._condition.notify_all()

    def terminate(self):
        """The threads end after the calls that they are at."""
        with self._condition:
            self._state = TERMINATE
            self._tasks.clear()
            self._condition.notify_all()

    def join(self):
        """Waits for the threads."""
        assert self._state in (CLOSE, TERMINATE)
        for t in self._pool:
            t.join()


class MaybeEncodingError(Exception):
    """A result could not be sent."""

    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super(MaybeEncodingError, self).__init__(self.exc, self.value)

    def __str__(self):
        return "Error sending result: '%s'. Reason: '%s'" % (self.value,
                                                             self.exc)

    def __repr__(self):
        return '<MaybeEncodingError: %s>' % str(self)


def _serve(connection, initializer, initargs, maxtasks):
    """What a process of a pool does: calls until it is told to end."""
    import signal
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if initializer is not None:
        initializer(*initargs)
    done = 0
    while maxtasks is None or done < maxtasks:
        try:
            task = connection.recv()
        except EOFError:
            return
        if task is None:
            return
        func, args, kwds = task
        try:
            answer = True, func(*args, **kwds)
        except Exception as e:
            answer = False, e
        done += 1
        last = maxtasks is not None and done == maxtasks
        try:
            connection.send(answer + (last,))
        except (EnvironmentError, EOFError):
            return
        except Exception as e:
            connection.send((False, MaybeEncodingError(e, answer[1]), last))


class _Worker(object):
    """A process and the connection to it."""

    def __init__(self, pool):
        from multiprocessing.connection import Pipe
        from multiprocessing.process import Process
        self.connection, theirs = Pipe()
        self.process = Process(target=self._run, args=(theirs, pool))
        self.process._name = self.process._name.replace('Process',
                                                        'PoolWorker')
        self.process._daemonic = True
        self.process.start()
        theirs.close()

    def _run(self, theirs, pool):
        # The ends of the other workers are for the parent only.
        self.connection.close()
        for other in pool._workers:
            other.connection.close()
        _serve(theirs, *pool._settings)

    def call(self, func, args, kwds):
        """(success, value, is it the last call?)"""
        self.connection.send((func, args, kwds))
        return self.connection.recv()

    def end(self):
        try:
            self.connection.send(None)
        except (EnvironmentError, EOFError):
            pass
        self.process.join()
        self.connection.close()


class Pool(ThreadPool):
    """Processes that call functions for others; a thread for each one gives
    it the calls."""

    def __init__(self, processes=None, initializer=None, initargs=(),
                 maxtasksperchild=None):
        self._workers = []
        self._settings = initializer, initargs, maxtasksperchild
        self._fork_lock = threading.Lock()
        ThreadPool.__init__(self, processes, initializer, initargs)

    def _start(self, processes, initializer, initargs):
        # Processes first: a fork takes no threads along.
        for i in range(processes):
            self._workers.append(_Worker(self))
        for i in range(processes):
            t = threading.Thread(target=self._feed, args=(i,))
            t.daemon = True
            self._pool.append(t)
            t.start()

    def _next_task(self):
        with self._condition:
            while not self._tasks and self._state == RUN:
                self._condition.wait()
            if self._state == TERMINATE or not self._tasks:
                return None
            return self._tasks.popleft()

    def _feed(self, i):
        worker = self._workers[i]
        while True:
            task = self._next_task()
            if task is None:
                break
            report, func, args, kwds = task
            last = False
            try:
                success, value, last = worker.call(func, args, kwds)
            except (EOFError, EnvironmentError) as e:
                success, value, last = False, e, True
            except Exception as e:
                success, value = False, e
            if last and self._state != TERMINATE:
                worker.process.join()
                with self._fork_lock:
                    worker = self._workers[i] = _Worker(self)
            report(success, value)
        if self._state != TERMINATE:
            worker.end()

    def terminate(self):
        """Ends the processes at once."""
        ThreadPool.terminate(self)
        for worker in self._workers:
            try:
                worker.process.terminate()
            except OSError:
                pass

    def join(self):
        """Waits for the processes."""
        ThreadPool.join(self)
        for worker in self._workers:
            worker.process.join()
