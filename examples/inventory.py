"""A warehouse inventory kept as JSON: classes, validation, reordering."""
import copy
import json
import sys
from operator import attrgetter


class ValidationError(ValueError):
    def __init__(self, field, problem):
        ValueError.__init__(self, '%s: %s' % (field, problem))
        self.field = field


class Field(object):
    """A checked attribute; the class that owns it lists its fields."""

    counter = 0

    def __init__(self, kind, default=None, check=None):
        self.kind, self.default, self.check = kind, default, check
        self.order = Field.counter
        Field.counter += 1

    def __get__(self, obj, owner):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, value):
        if isinstance(value, str) and self.kind is unicode:
            value = value.decode('utf-8')
        if self.kind is float and isinstance(value, int):
            value = float(value)
        if not isinstance(value, self.kind):
            raise ValidationError(self.name, 'expected %s, got %s' % (
                self.kind.__name__, type(value).__name__))
        if self.check and not self.check(value):
            raise ValidationError(self.name, 'bad value %r' % (value,))
        obj.__dict__[self.name] = value


class ModelType(type):
    """Collects the fields of a class and registers it by name."""

    registry = {}

    def __new__(meta, name, bases, ns):
        fields = {}
        for base in bases:
            fields.update(getattr(base, 'fields', {}))
        for key, value in ns.items():
            if isinstance(value, Field):
                value.name = key
                fields[key] = value
        ns['fields'] = fields
        cls = type.__new__(meta, name, bases, ns)
        meta.registry[name] = cls
        return cls


class Model(object):
    __metaclass__ = ModelType

    def __init__(self, **values):
        unknown = set(values) - set(self.fields)
        if unknown:
            raise ValidationError(sorted(unknown)[0], 'no such field')
        for name, value in values.items():
            setattr(self, name, value)

    def to_json(self):
        data = dict((n, getattr(self, n)) for n in self.fields)
        data['type'] = type(self).__name__
        return data

    @staticmethod
    def from_json(data):
        data = dict((str(k), v) for k, v in data.items())
        try:
            cls = ModelType.registry[data.pop('type')]
        except KeyError as e:
            raise ValidationError('type', 'unknown or missing %s' % e)
        return cls(**data)

    def __repr__(self):
        ordered = sorted(self.fields.values(), key=attrgetter('order'))
        return '%s(%s)' % (type(self).__name__, ', '.join(
            '%s=%r' % (f.name, getattr(self, f.name)) for f in ordered))


class Item(Model):
    sku = Field(unicode, check=lambda s: len(s) == 6)
    name = Field(unicode, u'unnamed')
    price = Field(float, 0.0, check=lambda p: p >= 0)
    stock = Field(int, 0, check=lambda n: n >= 0)
    minimum = Field(int, 5)

    def reorder(self):
        return max(0, 2 * self.minimum - self.stock) \
            if self.stock < self.minimum else 0

    def value(self):
        return self.price * self.stock


class Perishable(Item):
    days = Field(int, 7, check=lambda d: d > 0)

    def value(self):
        return super(Perishable, self).value() * min(1.0, self.days / 10.0)

    def reorder(self):
        return min(super(Perishable, self).reorder(), 3 * self.days)


class Bundle(Item):
    parts = Field(list, [])

    def available(self, inventory):
        return min(inventory[sku].stock for sku in self.parts)


class Inventory(object):
    def __init__(self, items=()):
        self.items, self.journal = {}, []
        for item in items:
            self.items[item.sku] = item

    @classmethod
    def load(cls, text, errors):
        items = []
        for n, data in enumerate(json.loads(text)):
            try:
                items.append(Model.from_json(data))
            except ValidationError as e:
                errors.append('entry %d: %s' % (n, e))
        return cls(items)

    def dump(self):
        return json.dumps([i.to_json() for i in self], indent=2,
                          sort_keys=True)

    def __getitem__(self, sku):
        return self.items[sku]

    def __contains__(self, sku):
        return sku in self.items

    def __iter__(self):
        return iter(sorted(self.items.values(), key=attrgetter('sku')))

    def __len__(self):
        return len(self.items)

    def move(self, sku, amount, why):
        item, before = self[sku], copy.copy(self[sku])
        item.stock += amount
        self.journal.append((sku, before.stock, item.stock, why))

    def total(self):
        return sum(item.value() for item in self)

    def orders(self):
        return [(i.sku, i.reorder()) for i in self if i.reorder()]


DATA = u'''[
 {"type": "Item", "sku": "AA0001", "name": "Screw", "price": 0.05, "stock": 900, "minimum": 500},
 {"type": "Item", "sku": "AA0002", "name": "H\\u00e4mmer", "price": 12, "stock": 3},
 {"type": "Perishable", "sku": "PE0001", "name": "Milk", "price": 1.2, "stock": 4, "days": 3, "minimum": 20},
 {"type": "Perishable", "sku": "PE0002", "name": "Flour", "price": 0.8, "stock": 30, "days": 90},
 {"type": "Item", "sku": "SHORT", "name": "bad sku"},
 {"type": "Item", "sku": "AA0003", "price": -1.0},
 {"type": "Item", "sku": "AA0004", "stock": "many"},
 {"type": "Ghost", "sku": "AA0005"},
 {"type": "Item", "sku": "AA0006", "colour": "red"},
 {"type": "Bundle", "sku": "BU0001", "name": "Kit", "price": 15.0, "stock": 1, "parts": ["AA0001", "AA0002"]}
]'''


def main():
    errors = []
    inventory = Inventory.load(DATA, errors)
    print len(inventory), 'items; rejected:'
    for e in errors:
        print '  ', e
    for item in inventory:
        print item, '%.2f' % item.value()
    print 'kits possible:', inventory['BU0001'].available(inventory)
    for sku, amount, why in [('AA0002', -2, 'sold'), ('PE0001', 40, 'bought'),
                             ('AA0002', -5, 'sold'), ('ZZ', 1, 'typo')]:
        try:
            inventory.move(sku, amount, why)
        except (ValidationError, KeyError) as e:
            print 'refused: %s %+d: %s' % (sku, amount, e)
    print inventory.journal
    print 'orders:', inventory.orders(), 'value: %.2f' % inventory.total()
    text = inventory.dump()
    again = Inventory.load(text, errors)
    print again.dump() == text, len(text)
    sys.stdout.write(text[:180] + '...\n')


if __name__ == '__main__':
    main()
