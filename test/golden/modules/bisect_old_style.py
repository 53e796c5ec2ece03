# Old-style instances that are half a sequence.
import _bisect


class LenOnly:
    def __len__(self):
        return 10


class GetOnly:
    def __getitem__(self, i):
        return 10


for cls in LenOnly, GetOnly:
    for name in 'bisect_left', 'bisect_right', 'insort_left', 'insort_right':
        try:
            print getattr(_bisect, name)(cls(), 10)
        except AttributeError as e:
            print e
