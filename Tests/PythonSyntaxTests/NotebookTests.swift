@testable import PythonSyntax
import Testing

/// What notebooks hold beside Python 3.
@Suite struct NotebookTests {
  @Test func `magics and shell lines are statements of their own`() throws {
    let source = "%matplotlib inline\nif x:\n    !pip install -q keras  \ny = 5 % z\n"
    let body = try parseModule(source).body
    guard case .magic(let magic) = body[0].kind, case .if(let branches, nil) = body[1].kind,
      case .magic(let shell) = branches[0].body[0].kind
    else { return #expect(Bool(false), "\(body)") }
    #expect(magic.form == .line && magic.name.text == "matplotlib" && magic.arguments == "inline")
    #expect(magic.name.range == 1..<11)
    #expect(shell.form == .shell && shell.name.text == "pip")
    #expect(shell.arguments == "install -q keras" && shell.cellBody == nil)
    #expect(body.count == 3)
  }

  @Test(arguments: [
    ("%time x = f(1)\ny = 2\n", 3), ("%timeit -n1 -r 3 f(1)\n", 2),
    ("if a:\n    %time f(1)\n", 1), ("%time\nf()\n", 2), ("%timeit -q\n", 1),
  ])
  func `a statement that a magic times is a statement`(source: String, count: Int) throws {
    #expect(try parseModule(source).body.count == count)
  }

  @Test func `texts of the same tree are the same, and others are not`() throws {
    let plain = try significantText(of: "if x:\n  y = f(1, '''a\n\nb ''')\n")
    let spread = "if x: # why\n\n      y=f( 1,\n'''a\n\nb ''') # so\n\n"
    #expect(try plain == significantText(of: spread))
    #expect(try plain != significantText(of: "if x:\n  y = f(1, '''a\nb ''')\n"))
    #expect(try plain != significantText(of: "if x:\n  y = f(1, '''a\n\nb''')\n"))
    #expect(
      try significantText(of: "if x:\n  a\nb\n") != significantText(of: "if x:\n  a\n  b\n"))
  }

  @Test func `below a cell magic for timing Python goes on`() throws {
    let body = try parseModule("%%time\nx = 1\n").body
    #expect(body.count == 2)
  }

  @Test func `a cell magic for another language takes the rest`() throws {
    let body = try parseModule("%%bash\nls | wc -l (\n").body
    guard case .magic(let magic) = body[0].kind else { return #expect(Bool(false)) }
    #expect(body.count == 1 && magic.form == .cell && magic.name.text == "bash")
    #expect(magic.cellBody == "ls | wc -l (\n")
  }

  @Test func `a question mark asks for help`() throws {
    let body = try parseModule("model.fit?\nx = 1\n").body
    guard case .magic(let magic) = body[0].kind else { return #expect(Bool(false)) }
    #expect(magic.form == .help && magic.name.text == "model.fit" && body.count == 2)
  }

  @Test(arguments: [
    "print 'loss', loss", "print x,", "print 1; y = 2", "exec 'x = 1'", "print not x",
  ])
  func `Python 2's print lacks parentheses`(_ source: String) throws {
    let name = source.prefix { $0 != " " }
    let error = try #require(throws: SyntaxError.self) { try parseModule(source) }
    #expect(
      error.english
        == "Missing parentheses in call to '\(name)'. Did you mean \(name)(...)?")
  }

  @Test(arguments: [
    "print", "print('a'), b", "print (a)", "print - 1", "print >> f", "print >>f, x", "print.x",
    "print not in x",
  ])
  func `what Python 3 reads stays Python 3`(_ source: String) throws {
    guard case .expression = try parseModule(source).body[0].kind else {
      return #expect(Bool(false))
    }
  }

  @Test func `comments and blank lines are kept with their places`() throws {
    let source = "# a\n\nConv2D(32,  # b\n  # c\n  3)  # d\n"
    let trivia = try parseModule(source).trivia
    #expect(trivia.map(\.text) == ["# a", "", "# b", "# c", "# d"])
    let kinds: [Trivia.Kind] = [
      .ownLineComment, .blankLine, .trailingComment, .ownLineComment, .trailingComment,
    ]
    #expect(trivia.map(\.kind) == kinds)
    #expect(trivia.map(\.range) == [0..<3, 4..<4, 17..<20, 23..<26, 33..<36])
  }

  @Test func `a single expression may have blanks around it`() throws {
    let node = try parseExpression("  RMSprop(learning_rate=0.001)\n\n")
    guard case .call(let callee, let arguments) = node.kind else {
      return #expect(Bool(false))
    }
    #expect(callee.kind == .name("RMSprop") && node.range == 2..<30)
    #expect(arguments[0].keyword?.text == "learning_rate")
    #expect(arguments[0].value.kind == .number(.init(text: "0.001", value: .real(0.001))))
  }

  @Test(arguments: ["", "x = 1", "x; y", "x\ny", "pass", "*a", "x :="])
  func `a statement is not an expression`(_ source: String) {
    #expect(throws: SyntaxError.self) { try parseExpression(source) }
  }
}
