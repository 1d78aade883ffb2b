import PythonRuntime
import PythonSyntax
import TestPrograms
import Testing

struct `A hostile cell` {
  @Test(arguments: [
    ("'a' * 10**12", "MemoryError: the program takes more than 1000000 bytes\n"),
    ("[0] * 10**10", "MemoryError: the program takes more than 1000000 bytes\n"),
    (
      "x = []\nwhile True: x += [0] * 1000",
      "MemoryError: the program takes more than 1000000 bytes\n"
    ),
    ("2 ** 10**8", Self.wide), ("1 << 10**9", Self.wide), ("10 ** 10 ** 10", Self.wide),
    ("x = 3\nwhile True: x = x * x", Self.wide), ("import math\nmath.factorial(10**6)", Self.wide),
    ("import math\nmath.comb(10**9, 10**8)", Self.wide), ("1 << 2**70", Self.wide),
    ("list(range(10**9))", "MemoryError: the program takes more than 1000000 bytes\n"),
    ("{i for i in range(10**9)}", "MemoryError: the program takes more than 1000000 bytes\n"),
    ("' '.join(['a' * 1000] * 10000)", "MemoryError: the program takes more than 1000000 bytes\n"),
    ("while True: print('x' * 100)", "RuntimeError: the program prints more than 100000 bytes\n"),
    ("while True: pass", "RuntimeError: the program takes more than 200000 steps\n"),
    ("def f(): f()\nf()", "RecursionError: maximum recursion depth exceeded\n"),
    ("f'{1:{10**9}}'", "ValueError: Too many decimal digits in format string\n"),
    ("'%*d' % (10**9, 1)", "ValueError: Too many decimal digits in format string\n"),
    (
      "x = []\nfor i in range(20_000): x = [x]\nx",
      "RecursionError: maximum recursion depth exceeded while getting the repr of an object\n"
    ),
  ])
  func `ends at a limit with an error`(source: String, message: String) {
    let limits = Machine.Limits(
      steps: 200_000, memory: 1_000_000, depth: 200, output: 100_000)
    #expect(Interpreter(limits: limits).printed(source).hasSuffix(message))
  }

  private static let wide =
    "OverflowError: integers of more than 1048576 bits are not supported by Caderno\n"

  @Test func `ends when it is told to`() throws {
    var looks = 0
    let machine = Machine(
      isCancelled: {
        looks += 1
        return looks > 2
      }, write: { _ in })
    let error = #expect(throws: PyError.self) {
      try Program(machine).run(try parseModule("while True:\n    pass")) { _ in 1 }
    }
    #expect(error?.kind == "KeyboardInterrupt")
  }

  @Test func `tells the lines that an exception passed`() throws {
    let source = "def f(x):\n    y = 1\n    return 1 / x\n\nf(0)\n"
    let machine = Machine { _ in }
    let error = #expect(throws: PyError.self) {
      try Program(machine).run(try parseModule(source)) { offset in
        1 + source.utf8.prefix(offset).count { $0 == 10 }
      }
    }
    #expect(error?.trace.map(\.line) == [3, 5])
    #expect(error?.trace.map(\.function) == ["f", "<module>"])
  }

  @Test func `keeps its variables for the next one`() throws {
    var output = ""
    let program = Program(Machine { output += $0 })
    for source in ["x = 2\ndef f(n): return n * x", "x = 5", "print(f(10))"] {
      _ = try program.run(try parseModule(source)) { _ in 1 }
    }
    #expect(output == "50\n")
  }
}
