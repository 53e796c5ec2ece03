# str() of an integer that lies exactly between two 12-digit numbers keeps a
# zero when it is rounded down
print 2747820736705.0, 2747820736704.0, 2747820736715.0
print '%.3g' % 1205.0, '%.3g' % 1215.0, '%.3g' % 1005.0, '%.12g' % 37528041674050.0
