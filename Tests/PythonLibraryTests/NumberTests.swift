import TestPrograms
import Testing

struct `A number at the end of its range` {
  @Test(arguments: [
    ("'a'.ljust(-2**63), 'a'.center(-2**63), 'a'.zfill(-2**63)", "('a', 'a', 'a')\n"),
    ("round(2**63 - 1, -2**63), round(-15, -1), round(5, -400)", "(0, -20, 0)\n"),
    (
      "import random\nrandom.randint(-2**63, 2**63 - 1)",
      "NotImplementedError: ranges of 2**63 numbers and more are not supported by Caderno\n"
    ),
    (
      "import random\nrandom.seed(1)\n-2**62 <= random.randint(-2**62, 2**62 - 2) < 2**62 - 1, random.randrange(0, 2**63 - 1, 2**62) in (0, 2**62)",
      "(True, True)\n"
    ),
    (
      "import random\nrandom.choices([1, 2], k=2**62)",
      "MemoryError: lists of more than 67108864 items are not supported by Caderno\n"
    ),
    (
      "import itertools\nitertools.product([1], repeat=-1)",
      "ValueError: repeat argument cannot be negative\n"
    ),
    (
      "import itertools\nitertools.product([1], repeat=2**40)",
      "MemoryError: lists of more than 67108864 items are not supported by Caderno\n"
    ),
    (
      "import itertools\nlist(itertools.combinations(range(60), 2**62)), len(list(itertools.combinations(range(6), 3)))",
      "([], 20)\n"
    ),
    ("import itertools\nitertools.combinations([1], -1)", "ValueError: r must be non-negative\n"),
    ("int('ff', -2**63)", "ValueError: int() base must be >= 2 and <= 36, or 0\n"),
    ("list(enumerate('a', 2**63 - 1))", "[(9223372036854775807, 'a')]\n"),
    (
      "list(enumerate('ab', 2**63 - 1))",
      "OverflowError: Python int too large to convert to C long\n"
    ),
    ("enumerate('a', 2**70)", "OverflowError: Python int too large to convert to C long\n"),
  ])
  func `traps nothing`(source: String, output: String) {
    #expect(Interpreter().printed(source) == output)
  }
}
