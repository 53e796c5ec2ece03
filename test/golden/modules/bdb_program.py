# A debugger of its own over the functions of the program.
import bdb, sys
class Debugger(bdb.Bdb):
    def user_call(self, frame, args):
        name = frame.f_code.co_name
        if name != '<module>': print 'call', name, args
        self.set_step()
    def user_line(self, frame):
        fn = self.canonic(frame.f_code.co_filename)
        if fn.endswith('bdb_program.py'):
            print 'line', frame.f_code.co_name, frame.f_lineno, sorted(k for k in frame.f_locals if not k.startswith('__'))[:4]
        self.set_step()
    def user_return(self, frame, value):
        if frame.f_code.co_name != '<module>':
            print 'return', frame.f_code.co_name, value
        self.set_step()
    def user_exception(self, frame, info):
        print 'exception', info[0].__name__
        self.set_step()
def work(n):
    try:
        raise KeyError(n)
    except KeyError, e:
        return e.args[0]
def outer():
    return work(4) + 1
db = Debugger()
print db.runcall(outer)
db.run('x = outer()', globals(), {})
