# A module without loops at its top level and a function that has one are
# translated in two parts: lines, constants and names of both fit.
import sys
import traceback


class Table(object):
    name_0 = (0, 'text 0', 0.5)
    name_1 = (1, 'text 1', 1.5)
    name_2 = (2, 'text 2', 2.5)
    name_3 = (3, 'text 3', 3.5)
    name_4 = (4, 'text 4', 4.5)
    name_5 = (5, 'text 5', 5.5)
    name_6 = (6, 'text 6', 6.5)
    name_7 = (7, 'text 7', 7.5)
    name_8 = (8, 'text 8', 8.5)
    name_9 = (9, 'text 9', 9.5)
    name_10 = (10, 'text 10', 10.5)
    name_11 = (11, 'text 11', 11.5)
    name_12 = (12, 'text 12', 12.5)
    name_13 = (13, 'text 13', 13.5)
    name_14 = (14, 'text 14', 14.5)
    name_15 = (15, 'text 15', 15.5)
    name_16 = (16, 'text 16', 16.5)
    name_17 = (17, 'text 17', 17.5)
    name_18 = (18, 'text 18', 18.5)
    name_19 = (19, 'text 19', 19.5)
    name_20 = (20, 'text 20', 20.5)
    name_21 = (21, 'text 21', 21.5)
    name_22 = (22, 'text 22', 22.5)
    name_23 = (23, 'text 23', 23.5)

    def where(self):
        return sys._getframe(1).f_lineno, sys._getframe().f_code.co_name


def total(items, table):
    n = 0
    for i in xrange(len(items)):
        n += items[i] * 2
        if n > 40:
            return n, table.where()
    return n / (n - 12)


table = Table()
print total([1, 2], table)
print total([20, 30], table)
print table.name_3, Table.name_23
try:
    total([6], table)
except ZeroDivisionError:
    traceback.print_exc(file=sys.stdout)
total([1, 'x', 3], table)
