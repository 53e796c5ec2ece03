import distutils.util
print distutils.util.get_platform().split('-')[0]
