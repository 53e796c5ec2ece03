"""All shortest paths of a random graph, by Floyd and Warshall."""
from __future__ import print_function

FAR = 10 ** 9


def make_graph(n, seed):
    distance = [[FAR] * n for i in range(n)]
    for i in range(n):
        distance[i][i] = 0
        for k in range(6):
            seed = (seed * 1103515245 + 12345) % 2147483648
            j = seed // 65536 % n
            seed = (seed * 1103515245 + 12345) % 2147483648
            distance[i][j] = min(distance[i][j], seed // 65536 % 1000 + 1)
    return distance


def relax(distance):
    n = len(distance)
    for k in range(n):
        through = distance[k]
        for i in range(n):
            row = distance[i]
            start = row[k]
            if start < FAR:
                for j in range(n):
                    length = start + through[j]
                    if length < row[j]:
                        row[j] = length


def main():
    distance = make_graph(340, 7)
    relax(distance)
    reached = [d for row in distance for d in row if d < FAR]
    print(len(reached), max(reached), sum(reached))


main()
