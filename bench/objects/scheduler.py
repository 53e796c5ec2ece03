"""A cooperative kernel: tasks that wait, pass messages and use devices."""
from __future__ import print_function


class Packet(object):
    def __init__(self, kind, sender, payload):
        self.kind, self.sender, self.payload = kind, sender, payload
        self.hops = 0


class Task(object):
    def __init__(self, name, priority):
        self.name, self.priority = name, priority
        self.inbox = []
        self.waiting = False
        self.runs = 0

    def ready(self):
        return not self.waiting or len(self.inbox) > 0

    def receive(self, packet):
        self.inbox.append(packet)
        self.waiting = False

    def run(self, kernel):
        raise NotImplementedError


class Idle(Task):
    def __init__(self, name, ticks):
        Task.__init__(self, name, 0)
        self.ticks, self.state = ticks, 1

    def run(self, kernel):
        self.ticks -= 1
        if self.ticks == 0:
            kernel.stopped = True
        self.state = (self.state * 75 + 74) % 65537
        if self.state & 1:
            kernel.send('disk', Packet('work', self.name, self.state))
        else:
            kernel.send('net', Packet('work', self.name, self.state))


class Device(Task):
    def __init__(self, name, priority, target):
        Task.__init__(self, name, priority)
        self.target, self.served = target, 0

    def run(self, kernel):
        if not self.inbox:
            self.waiting = True
            return
        packet = self.inbox.pop(0)
        packet.hops += 1
        self.served += 1
        kernel.send(self.target, packet)


class Worker(Task):
    def __init__(self, name, priority):
        Task.__init__(self, name, priority)
        self.checksum = 0
        self.by_sender = {}

    def run(self, kernel):
        if not self.inbox:
            self.waiting = True
            return
        packet = self.inbox.pop()
        self.checksum = (self.checksum * 31 + packet.payload +
                         packet.hops) % 1000003
        count = self.by_sender.get(packet.sender, 0)
        self.by_sender[packet.sender] = count + 1


class Kernel(object):
    def __init__(self):
        self.tasks, self.names = [], {}
        self.stopped = False
        self.switches = 0

    def add(self, task):
        self.tasks.append(task)
        self.tasks.sort(key=lambda t: -t.priority)
        self.names[task.name] = task

    def send(self, name, packet):
        self.names[name].receive(packet)

    def pick(self):
        for task in self.tasks:
            if task.ready():
                return task

    def loop(self):
        while not self.stopped:
            task = self.pick()
            task.runs += 1
            self.switches += 1
            task.run(self)


def main():
    kernel = Kernel()
    kernel.add(Idle('idle', 500000))
    kernel.add(Device('disk', 20, 'worker'))
    kernel.add(Device('net', 30, 'worker'))
    worker = Worker('worker', 10)
    kernel.add(worker)
    kernel.loop()
    print(kernel.switches, worker.checksum, sorted(worker.by_sender.items()))
    print([(t.name, t.runs) for t in kernel.tasks])


main()
