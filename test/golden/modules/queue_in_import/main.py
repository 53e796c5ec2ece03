# A queue of multiprocessing works while a module is imported.
import uses_queue
print uses_queue.got
