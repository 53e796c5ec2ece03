"""Reports of profiles: sorted, cut and printed.

A profile is {(file, line, function): (primitive calls, calls, own time,
cumulative time, callers)}, with callers of the same form."""

import marshal
import os
import re
import sys
import time

__all__ = ["Stats"]


def _add_stats(a, b):
    """Two rows of a function as one."""
    cc, nc, tt, ct, callers = b
    return (a[0] + cc, a[1] + nc, a[2] + tt, a[3] + ct,
            add_callers(a[4], callers))


def add_func_stats(target, source):
    return _add_stats(target, source)


def add_callers(target, source):
    """Two tables of callers as one."""
    new_callers = dict(target)
    for func, caller in source.iteritems():
        if func in new_callers:
            if isinstance(caller, tuple):
                new_callers[func] = tuple([i[0] + i[1] for i in
                                           zip(caller, new_callers[func])])
            else:
                new_callers[func] += caller
        else:
            new_callers[func] = caller
    return new_callers


def count_calls(callers):
    nc = 0
    for calls in callers.itervalues():
        nc += calls
    return nc


def f8(x):
    return "%8.3f" % x


def func_std_string(func_name):
    """file:line(function), or the name alone of a builtin."""
    if func_name[:2] == ('~', 0):
        name = func_name[2]
        if name.startswith('<') and name.endswith('>'):
            return '{%s}' % name[1:-1]
        return name
    return "%s:%d(%s)" % func_name


def func_strip_path(func_name):
    filename, line, name = func_name
    return os.path.basename(filename), line, name


def func_get_function_name(func):
    return func[2]


class TupleComp:
    """Compares rows by some of their columns; -1 stands for descending."""

    def __init__(self, comp_select_list):
        self.comp_select_list = comp_select_list

    def compare(self, left, right):
        for index, direction in self.comp_select_list:
            l = left[index]
            r = right[index]
            if l < r:
                return -direction
            if l > r:
                return direction
        return 0


class Stats:
    """Profiles of files, or of objects with create_stats(); several are
    added up.  The methods return the object."""

    def __init__(self, *args, **kwds):
        self.stream = kwds.pop('stream', sys.stdout)
        if kwds:
            raise ValueError, "unrecognized keyword args: " + \
                ", ".join(["%s=%s" % (k, kwds[k]) for k in sorted(kwds)])
        if not args:
            arg = None
        else:
            arg = args[0]
            args = args[1:]
        self.init(arg)
        self.add(*args)

    def init(self, arg):
        self.all_callees = None
        self.files = []
        self.fcn_list = None
        self.total_tt = 0
        self.total_calls = 0
        self.prim_calls = 0
        self.max_name_len = 0
        self.top_level = {}
        self.stats = {}
        self.sort_arg_dict = {}
        self.load_stats(arg)
        try:
            self.get_top_level_stats()
        except:
            print >>self.stream, "Invalid timing data %s" % \
                (self.files[-1:] and self.files[-1] or '')
            raise

    def load_stats(self, arg):
        if not arg:
            self.stats = {}
        elif isinstance(arg, basestring):
            f = open(arg, 'rb')
            self.stats = marshal.load(f)
            f.close()
            try:
                arg = time.ctime(os.stat(arg).st_mtime) + "    " + arg
            except OSError:
                pass
            self.files = [arg]
        elif hasattr(arg, 'create_stats'):
            arg.create_stats()
            self.stats = arg.stats
            arg.stats = {}
        if not self.stats:
            raise TypeError("Cannot create or construct a %r object from %r"
                            % (self.__class__, arg))

    def get_top_level_stats(self):
        for func, (cc, nc, tt, ct, callers) in self.stats.items():
            self.total_calls += nc
            self.prim_calls += cc
            self.total_tt += tt
            if ("jprofile", 0, "profiler") in callers:
                self.top_level[func] = None
            self.max_name_len = max(self.max_name_len,
                                    len(func_std_string(func)))

    def add(self, *arg_list):
        if not arg_list:
            return self
        if len(arg_list) > 1:
            self.add(*arg_list[1:])
        other = arg_list[0]
        if type(self) != type(other) or self.__class__ != other.__class__:
            other = Stats(other)
        self.files += other.files
        self.total_calls += other.total_calls
        self.prim_calls += other.prim_calls
        self.total_tt += other.total_tt
        for func in other.top_level:
            self.top_level[func] = None
        self.max_name_len = max(self.max_name_len, other.max_name_len)
        self.fcn_list = None
        for func, row in other.stats.iteritems():
            old = self.stats.get(func, (0, 0, 0, 0, {}))
            self.stats[func] = add_func_stats(old, row)
        return self

    def dump_stats(self, filename):
        f = file(filename, 'wb')
        try:
            marshal.dump(self.stats, f)
        finally:
            f.close()

    sort_arg_dict_default = {
        "calls": (((1, -1),), "call count"),
        "ncalls": (((1, -1),), "call count"),
        "cumtime": (((3, -1),), "cumulative time"),
        "cumulative": (((3, -1),), "cumulative time"),
        "file": (((4, 1),), "file name"),
        "filename": (((4, 1),), "file name"),
        "line": (((5, 1),), "line number"),
        "module": (((4, 1),), "file name"),
        "name": (((6, 1),), "function name"),
        "nfl": (((6, 1), (4, 1), (5, 1),), "name/file/line"),
        "pcalls": (((0, -1),), "primitive call count"),
        "stdname": (((7, 1),), "standard name"),
        "time": (((2, -1),), "internal time"),
        "tottime": (((2, -1),), "internal time"),
    }

    def get_sort_arg_defs(self):
        """The words for sort_stats(), also shortened where that is clear."""
        if not self.sort_arg_dict:
            self.sort_arg_dict = dict = {}
            bad_list = {}
            for word, tup in self.sort_arg_dict_default.iteritems():
                fragment = word
                while fragment:
                    if fragment in dict:
                        bad_list[fragment] = 0
                        break
                    dict[fragment] = tup
                    fragment = fragment[:-1]
            for word in bad_list:
                del dict[word]
        return self.sort_arg_dict

    def sort_stats(self, *field):
        if not field:
            self.fcn_list = 0
            return self
        if len(field) == 1 and isinstance(field[0], (int, long)):
            # Numbers of old.
            field = [{-1: "stdname", 0: "calls", 1: "time",
                      2: "cumulative"}[field[0]]]
        sort_arg_defs = self.get_sort_arg_defs()
        sort_tuple = ()
        self.sort_type = ""
        connector = ""
        for word in field:
            sort_tuple = sort_tuple + sort_arg_defs[word][0]
            self.sort_type += connector + sort_arg_defs[word][1]
            connector = ", "
        stats_list = []
        for func, (cc, nc, tt, ct, callers) in self.stats.iteritems():
            stats_list.append((cc, nc, tt, ct) + func +
                              (func_std_string(func), func))
        stats_list.sort(cmp=TupleComp(sort_tuple).compare)
        self.fcn_list = [row[-1] for row in stats_list]
        return self

    def reverse_order(self):
        if self.fcn_list:
            self.fcn_list.reverse()
        return self

    def strip_dirs(self):
        """Files without their folders; rows that become one are added."""
        oldstats = self.stats
        self.stats = newstats = {}
        max_name_len = 0
        for func, (cc, nc, tt, ct, callers) in oldstats.iteritems():
            newfunc = func_strip_path(func)
            max_name_len = max(max_name_len, len(func_std_string(newfunc)))
            newcallers = {}
            for func2, caller in callers.iteritems():
                newcallers[func_strip_path(func2)] = caller
            row = (cc, nc, tt, ct, newcallers)
            if newfunc in newstats:
                row = add_func_stats(newstats[newfunc], row)
            newstats[newfunc] = row
        new_top = {}
        for func in self.top_level:
            new_top[func_strip_path(func)] = None
        self.top_level = new_top
        self.max_name_len = max_name_len
        self.fcn_list = None
        self.all_callees = None
        return self

    def calc_callees(self):
        if self.all_callees:
            return
        self.all_callees = all_callees = {}
        for func, (cc, nc, tt, ct, callers) in self.stats.iteritems():
            if func not in all_callees:
                all_callees[func] = {}
            for func2, caller in callers.iteritems():
                if func2 not in all_callees:
                    all_callees[func2] = {}
                all_callees[func2][func] = caller

    # Selections: a part of the list, a number of rows, a pattern.

    def eval_print_amount(self, sel, list, msg):
        new_list = list
        if isinstance(sel, basestring):
            try:
                rex = re.compile(sel)
            except re.error:
                msg += "   <Invalid regular expression %r>\n" % sel
                return new_list, msg
            new_list = [func for func in list
                        if rex.search(func_std_string(func))]
        else:
            count = len(list)
            if isinstance(sel, float) and 0.0 <= sel < 1.0:
                count = int(count * sel + .5)
                new_list = list[:count]
            elif isinstance(sel, (int, long)) and 0 <= sel < count:
                count = sel
                new_list = list[:count]
        if len(list) != len(new_list):
            msg += "   List reduced from %r to %r due to restriction <%r>\n" \
                % (len(list), len(new_list), sel)
        return new_list, msg

    def get_print_list(self, sel_list):
        """(width, functions); prints how they are ordered."""
        width = self.max_name_len
        if self.fcn_list:
            stat_list = self.fcn_list[:]
            msg = "   Ordered by: " + self.sort_type + '\n'
        else:
            stat_list = self.stats.keys()
            msg = "   Random listing order was used\n"
        for selection in sel_list:
            stat_list, msg = self.eval_print_amount(selection, stat_list, msg)
        if not stat_list:
            return 0, stat_list
        print >>self.stream, msg
        if len(stat_list) < len(self.stats):
            width = max([len(func_std_string(func)) for func in stat_list] +
                        [0])
        return width + 2, stat_list

    def print_stats(self, *amount):
        for filename in self.files:
            print >>self.stream, filename
        if self.files:
            print >>self.stream
        indent = ' ' * 8
        for func in self.top_level:
            print >>self.stream, indent, func_get_function_name(func)
        print >>self.stream, indent, self.total_calls, "function calls",
        if self.total_calls != self.prim_calls:
            print >>self.stream, "(%d primitive calls)" % self.prim_calls,
        print >>self.stream, "in %.3f seconds" % self.total_tt
        print >>self.stream
        width, list = self.get_print_list(amount)
        if list:
            self.print_title()
            for func in list:
                self.print_line(func)
            print >>self.stream
            print >>self.stream
        return self

    def print_callees(self, *amount):
        width, list = self.get_print_list(amount)
        if list:
            self.calc_callees()
            self.print_call_heading(width, "called...")
            for func in list:
                self.print_call_line(width, func,
                                     self.all_callees.get(func, {}))
            print >>self.stream
            print >>self.stream
        return self

    def print_callers(self, *amount):
        width, list = self.get_print_list(amount)
        if list:
            self.print_call_heading(width, "was called by...")
            for func in list:
                cc, nc, tt, ct, callers = self.stats[func]
                self.print_call_line(width, func, callers, "<-")
            print >>self.stream
            print >>self.stream
        return self

    def print_call_heading(self, name_size, column_title):
        print >>self.stream, "Function ".ljust(name_size) + column_title
        # Rows of cProfile have times for each caller.
        for cc, nc, tt, ct, callers in self.stats.itervalues():
            if callers:
                if isinstance(callers.itervalues().next(), tuple):
                    print >>self.stream, " " * name_size + \
                        "    ncalls  tottime  cumtime"
                break

    def print_call_line(self, name_size, source, call_dict, arrow="->"):
        print >>self.stream, func_std_string(source).ljust(name_size) + arrow,
        if not call_dict:
            print >>self.stream
            return
        indent = ""
        for func in sorted(call_dict.keys()):
            name = func_std_string(func)
            value = call_dict[func]
            if isinstance(value, tuple):
                nc, cc, tt, ct = value
                substats = '%d' % nc if nc == cc else '%d/%d' % (nc, cc)
                substats = '%s %s %s  %s' % (
                    substats.rjust(7 + 2 * len(indent)), f8(tt), f8(ct), name)
                left_width = name_size + 1
            else:
                substats = '%s(%r) %s' % (name, value, f8(self.stats[func][3]))
                left_width = name_size + 3
            print >>self.stream, indent * left_width + substats
            indent = " "

    def print_line(self, func):
        cc, nc, tt, ct, callers = self.stats[func]
        c = str(nc)
        if nc != cc:
            c = c + '/' + str(cc)
        print >>self.stream, c.rjust(9),
        print >>self.stream, f8(tt),
        if nc == 0:
            print >>self.stream, ' ' * 8,
        else:
            print >>self.stream, f8(float(tt) / nc),
        print >>self.stream, f8(ct),
        if cc == 0:
            print >>self.stream, ' ' * 8,
        else:
            print >>self.stream, f8(float(ct) / cc),
        print >>self.stream, func_std_string(func)

    def print_title(self):
        print >>self.stream, '   ncalls  tottime  percall  cumtime  percall',
        print >>self.stream, 'filename:lineno(function)'
