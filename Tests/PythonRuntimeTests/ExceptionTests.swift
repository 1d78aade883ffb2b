import TestPrograms
import Testing

struct `Exceptions of texts` {
  /// CPython 3.12.
  @Test func `are kinds of UnicodeError`() {
    let source = """
      for kind in [UnicodeDecodeError, UnicodeEncodeError]:
          print(issubclass(kind, UnicodeError), issubclass(kind, ValueError))
      try:
          'é'.encode('ascii')
      except UnicodeError as error:
          print('caught', type(error).__name__)
      """
    #expect(
      Interpreter().printed(source) == """
        True True
        True True
        caught UnicodeEncodeError

        """)
  }
}
