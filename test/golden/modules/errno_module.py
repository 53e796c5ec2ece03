import errno
print errno.ENOENT, errno.EEXIST, errno.EACCES, errno.EINTR, errno.errorcode[2]
print errno.errorcode[13], len(errno.errorcode) > 100, errno.EAGAIN == errno.EWOULDBLOCK
