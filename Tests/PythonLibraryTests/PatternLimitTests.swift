import PythonRuntime
import PythonSyntax
import TestPrograms
import Testing

@testable import PythonLibrary

struct `A hostile pattern` {
  /// What one place costs at most; PCRE2 tries about twenty million ways in a second.
  @Test func `has bounds of a fifth of a second`() {
    let limits = PatternMatcher.Limits()
    #expect(limits.ways == 2_000_000 && limits.waysPerCharacter == 8)
    #expect(limits.depth == 500_000 && limits.memory == 64 << 10)
    #expect(CompiledPattern.mostItems == 50_000)
  }

  private static let often = "RuntimeError: the pattern goes back too often\n"
  private static let many = "MemoryError: the pattern keeps too many ways to go back\n"
  private static let large = "re.error: the pattern is too large for Caderno\n"

  @Test(arguments: [
    ("re.match('(a+)+$', 'a' * 40 + 'b')", often),
    ("re.search('(?:a|aa)+$', 'a' * 60 + 'b')", often),
    ("re.fullmatch('(.*)*[xy]', 'a' * 40)", often),
    ("re.findall(r'(\\w+)\\1*(\\w+)*[!?]', 'a' * 60)", often),
    ("re.sub('(x+x+)+[yz]', '', 'x' * 60)", often),
    ("re.search('(?:a|b)*[cd]', 'ab' * 400_000)", many),
    ("re.search('((((((((a|b))))))))*[cd]', 'ab' * 100_000)", many),
    ("re.compile('a{70000}')", large), ("re.compile('(?:ab){30000}')", large),
    ("re.compile('|'.join(['a'] * 60_000))", large),
    ("re.compile('(?<=' + 'ab' * 30_000 + ')')", large),
    ("bool(re.fullmatch('(?:a|b)*', 'ab' * 50_000))", "True\n"),
    ("len(re.findall('(?:[ab]c?)*', 'ab' * 50_000 + 'c'))", "2\n"),
  ])
  func `ends with an error, and a long text does not`(call: String, printed: String) {
    #expect(Interpreter().printed("import re\n\(call)") == printed)
  }

  /// Runs over the text that PCRE2 doesn't count: each is paid by its length.
  @Test(arguments: [
    "re.search('[a-z]++[0-9]', 'a' * 40_000)", "re.search('(?>a*)[bc]', 'a' * 40_000)",
    "re.search('(?=a*)[bc]', 'a' * 40_000)", "re.search('(?:(?=[a-c]*)a)*[de]', 'a' * 40_000)",
    "re.search(r'^(a*)(?:b|(?=\\1)a)*c', 'a' * 80_000)",
  ])
  func `takes the program's steps`(call: String) {
    let limits = Machine.Limits(steps: 200_000)
    let printed = Interpreter(limits: limits).printed("import re\n\(call)")
    #expect(printed == "RuntimeError: the program takes more than 200000 steps\n")
  }

  @Test func `ends when it is told to`() throws {
    var looks = 0
    let machine = Machine(
      isCancelled: {
        looks += 1
        return looks > 3
      }, write: { _ in })
    StandardModules.install(in: machine)
    let source = "import re\nre.search(r'\\w+\\d', 'a' * 100_000)"
    let error = #expect(throws: PyError.self) {
      try Program(machine).run(try parseModule(source)) { _ in 1 }
    }
    #expect(error?.kind == "KeyboardInterrupt" && looks == 4)
  }
}
