import PythonRuntime
import TestPrograms
import Testing

struct `A hostile call of Python's own library` {
  @Test(arguments: [
    (
      "import re\nre.match('(a+)+$', 'a' * 40 + 'b')",
      "RuntimeError: the program takes more than 200000 steps\n"
    ),
    (
      "import re\nre.compile('((a{1000}){1000}){1000}')",
      "re.error: the pattern is too large for Caderno\n"
    ),
    ("import re\nre.compile('(' * 200)", "re.error: too many nested groups at position 99\n"),
    (
      "import json\njson.loads('[' * 20_000)",
      "RecursionError: maximum recursion depth exceeded while decoding a JSON array from a "
        + "unicode string\n"
    ),
  ])
  func `ends at a limit with an error`(source: String, message: String) {
    let limits = Machine.Limits(steps: 200_000, memory: 1_000_000, depth: 200, output: 100_000)
    #expect(Interpreter(limits: limits).printed(source).hasSuffix(message))
  }
}
