class Shape(object):
    def area(self):
        raise NotImplementedError
    def describe(self):
        return 'area %s' % self.area()
print Shape().describe()
