value = 1
def read(): return value
def write(name, v): globals()[name] = v
print read()
write('value', 2)
print read()
for i in range(3):
    write('value', i)
    print read(),
write('read', lambda: 'replaced')
print read()
vars()['fresh'] = 'f'
print fresh
import sys
sys.modules['__main__'].value = 'through module'
print value
