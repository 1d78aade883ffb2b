import PythonRuntime
import PythonSyntax
import Testing

struct `Long texts` {
  private func output(_ source: String) throws -> String {
    var output = ""
    _ = try Program(Machine { output += $0 }).run(try parseModule(source)) { _ in 1 }
    return output
  }

  /// Texts beyond the length from which their code points are remembered, more than are remembered.
  @Test func `give each of their characters, whichever was asked before`() throws {
    let found = try output(
      """
      texts = [c * 50 + 'é日' * k + c for k, c in enumerate('abcdefgh')]
      parts = [list(t) for t in texts]
      print(all(texts[k][i] == parts[k][i] for i in range(51) for k in range(8)))
      print([t[-1] + t[50:53] for t in texts], [len(t) for t in texts])
      """)
    #expect(
      found == """
        True
        ['aa', 'bé日b', 'cé日é', 'dé日é', 'eé日é', 'fé日é', 'gé日é', 'hé日é'] \
        [51, 53, 55, 57, 59, 61, 63, 65]

        """)
  }

  @Test func `grow in their place, and leave others as they were`() throws {
    let found = try output(
      """
      a = b = 'x' * 80
      for i in range(3): a += str(i)
      def f(c):
          c += '!'
          return c
      print(a[78:], b[78:], f(b)[78:], b[78:])
      a += a
      print(len(a), a[-3:])
      """)
    #expect(found == "xx012 xx xx! xx\n166 012\n")
  }
}
