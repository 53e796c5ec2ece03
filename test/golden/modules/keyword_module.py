import keyword
print keyword.kwlist, len(keyword.kwlist), keyword.iskeyword('if')
print keyword.iskeyword('iff'), keyword.iskeyword('print'), keyword.iskeyword('None')
