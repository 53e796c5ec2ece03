"""A text adventure that reads commands from stdin."""
import sys

DIRECTIONS = {'n': 'north', 's': 'south', 'e': 'east', 'w': 'west',
              'u': 'up', 'd': 'down'}
OPPOSITE = {'north': 'south', 'east': 'west', 'up': 'down'}
OPPOSITE.update([(v, k) for k, v in OPPOSITE.items()])


class GameOver(Exception):
    pass


class Thing(object):
    portable = True

    def __init__(self, name, description):
        self.name, self.description = name, description

    def use(self, game):
        return 'You wave the %s about. Nothing happens.' % self.name


class Lamp(Thing):
    lit = False

    def use(self, game):
        self.lit = not self.lit
        return 'The lamp is now %s.' % ('burning' if self.lit else 'dark')


class Key(Thing):
    def use(self, game):
        for exit in game.room.exits.values():
            if exit.locked:
                exit.locked = False
                return 'Click! The way is open.'
        return 'There is nothing to unlock here.'


class Food(Thing):
    def use(self, game):
        game.inventory.remove(self)
        game.strength += 5
        return 'You eat the %s and feel stronger.' % self.name


class Statue(Thing):
    portable = False


class Exit(object):
    def __init__(self, room, locked=False):
        self.room, self.locked = room, locked


class Room(object):
    def __init__(self, name, description, dark=False):
        self.name, self.description, self.dark = name, description, dark
        self.exits, self.things, self.visited = {}, [], False
        self.enemy = None

    def connect(self, direction, other, locked=False):
        self.exits[direction] = Exit(other, locked)
        other.exits[OPPOSITE[direction]] = Exit(self)


class Troll(object):
    def __init__(self):
        self.health = 12

    def fight(self, game):
        damage = 4 + 4 * any(t.name == 'sword' for t in game.inventory)
        self.health -= damage
        if self.health <= 0:
            game.room.enemy = None
            return 'The troll turns to stone.'
        game.strength -= 4
        if game.strength <= 0:
            raise GameOver('The troll was stronger.')
        return 'You hit the troll (%d left). It hits back!' % self.health


def build():
    hall = Room('Hall', 'A cold stone hall.')
    kitchen = Room('Kitchen', 'It smells of old soup.')
    cellar = Room('Cellar', 'Barrels line the walls.', dark=True)
    vault = Room('Vault', 'Gold glitters everywhere.')
    garden = Room('Garden', 'Nettles, and a broken bench.')
    hall.connect('north', kitchen)
    hall.connect('east', garden)
    kitchen.connect('down', cellar)
    cellar.connect('east', vault, locked=True)
    hall.things = [Lamp('lamp', 'An oil lamp.'),
                   Statue('statue', 'A bearded king, far too heavy.')]
    kitchen.things = [Food('bread', 'Dry, but bread.')]
    garden.things = [Key('key', 'An iron key.'),
                     Thing('sword', 'Rusty but sharp.')]
    vault.things = [Thing('crown', 'The crown of the old king.')]
    cellar.enemy = Troll()
    return hall


class Game(object):
    def __init__(self):
        self.room = build()
        self.inventory, self.strength, self.turns = [], 10, 0

    def lit(self):
        return not self.room.dark or any(
            getattr(t, 'lit', False) for t in self.inventory)

    def find(self, name, things):
        for thing in things:
            if thing.name == name:
                return thing
        return None

    def describe(self):
        if not self.lit():
            return 'It is pitch dark.'
        room = self.room
        lines = ['-- %s --' % room.name]
        if not room.visited:
            lines.append(room.description)
            room.visited = True
        if room.things:
            lines.append('You see: ' + ', '.join(t.name for t in room.things))
        if room.enemy:
            lines.append('A troll blocks the way!')
        lines.append('Exits: ' + ', '.join(sorted(room.exits)))
        return '\n'.join(lines)

    def do_look(self, *rest):
        """look [thing]: what is here"""
        if not rest:
            self.room.visited = False
            return self.describe()
        thing = self.find(rest[0], self.room.things + self.inventory)
        return thing.description if thing else 'No %s here.' % rest[0]

    def do_go(self, direction='nowhere'):
        """go direction: walk (or just the direction)"""
        exit = self.room.exits.get(direction)
        if exit is None:
            return 'You cannot go %s.' % direction
        if exit.locked:
            return 'It is locked.'
        if self.room.enemy and direction != 'up':
            return 'The troll will not let you pass.'
        self.room = exit.room
        return self.describe()

    def do_take(self, *names):
        """take thing...: pick things up"""
        if not self.lit():
            return 'You grope about in the dark.'
        answers = []
        for name in names or ('nothing',):
            thing = self.find(name, self.room.things)
            if thing is None:
                answers.append('There is no %s.' % name)
            elif not thing.portable:
                answers.append('You cannot carry the %s.' % name)
            else:
                self.room.things.remove(thing)
                self.inventory.append(thing)
                answers.append('Taken: %s.' % name)
        if any(t.name == 'crown' for t in self.inventory):
            raise GameOver('You put the crown on. You have won!')
        return ' '.join(answers)

    def do_drop(self, name=''):
        """drop thing: leave it here"""
        thing = self.find(name, self.inventory)
        if thing is None:
            return 'You do not have that.'
        self.inventory.remove(thing)
        self.room.things.append(thing)
        return 'Dropped.'

    def do_use(self, name=''):
        """use thing: see what it does"""
        thing = self.find(name, self.inventory)
        return thing.use(self) if thing else 'You do not have that.'

    def do_fight(self):
        """fight: if you must"""
        if self.room.enemy is None:
            return 'There is nobody to fight.'
        return self.room.enemy.fight(self)

    def do_inventory(self):
        """inventory: what you carry"""
        return 'You carry: ' + (', '.join(
            sorted(t.name for t in self.inventory)) or 'nothing')

    def do_help(self):
        """help: this list"""
        return '\n'.join(sorted(getattr(self, n).__doc__ for n in dir(self)
                                if n.startswith('do_')))

    def do_quit(self):
        """quit: give up"""
        raise GameOver('Goodbye.')

    def command(self, line):
        words = line.lower().split()
        if not words:
            return 'Pardon?'
        verb, rest = words[0], words[1:]
        verb = DIRECTIONS.get(verb, verb)
        if verb in OPPOSITE:
            verb, rest = 'go', [verb]
        method = getattr(self, 'do_' + verb, None)
        if method is None:
            return 'I do not know how to %s.' % verb
        self.turns += 1
        try:
            return method(*rest)
        except TypeError:
            return 'Try: ' + method.__doc__

    def play(self, lines):
        print self.describe()
        try:
            for line in lines:
                print '>', line.strip()
                print self.command(line)
        except GameOver as e:
            print e
        else:
            print 'The story ends here, unfinished.'
        print '%d turns, strength %d' % (self.turns, self.strength)


if __name__ == '__main__':
    Game().play(sys.stdin)
