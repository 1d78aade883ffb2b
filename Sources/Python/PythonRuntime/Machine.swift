internal import BigInt

/// What runs programs: their output, their limits, their modules.
public final class Machine {
  /// Where `print` goes.
  package var write: (String) -> Void
  /// Where `sys.stderr` and warnings go; nil for the same.
  package var writeError: ((String) -> Void)?
  /// Told of a flush of standard output or, where true, of standard error.
  package var flush: ((Bool) -> Void)?
  /// Asked now and then; true ends the program.
  package var isCancelled: () -> Bool
  /// What the program may use; `recursionLimit` begins with its depth.
  package let limits: Limits
  /// Which warnings are shown, and which were.
  package var warnings = WarningState()
  /// Where a line of the program stands, as warnings and tracebacks tell it: the file, the line there and its
  /// text, blanks around it included.
  package var sourcePlace: (Int) -> (file: String, line: Int, text: String?) = {
    ("<string>", $0, nil)
  }
  /// The line of the call that began last.
  package internal(set) var callLine = 0
  /// The lines of the calls that the program's functions were called from, the outermost first.
  package internal(set) var callerLines: [Int] = []
  /// The modules that programs can import, by their full names.
  package var modules: [String: ModuleObject] = [:]
  /// Names of modules of Python's own library, which a traceback may say that a program forgot to import.
  package var standardModules: Set<String> = []
  /// What programs changed in classes that all runs share: the members by class; an unset one was deleted.
  var classChanges: [ObjectIdentifier: [String: Value]] = [:]
  /// The variables of the cells that run.
  package internal(set) var currentGlobals = Globals()
  private(set) var builtins: [String: Value]
  /// Calls of the program's functions inside of each other, the cell being the first.
  package internal(set) var depth = 1
  /// How many calls may be inside of each other: what `sys.setrecursionlimit` sets.
  package var recursionLimit: Int
  /// Operations of the interpreter's own inside of each other.
  var nesting = 0
  /// The exception that the innermost `except`, `finally` or `with` handles.
  package internal(set) var handled: PyError?
  /// What went wrong when two keys were compared, until whoever looked for one asks.
  var keyFailure: PyError?
  private var steps = 0
  /// Bytes made in all or, where the host measures, since it was asked last.
  private var memory = 0
  /// Bytes that the process holds, as the host measures them, and those it held at the start.
  private let memoryInUse: (() -> Int)?
  private let memoryAtStart: Int
  /// Whether the run is over: what still runs, such as a generator's `finally`, stops at its next step.
  private var isEnded = false
  /// What the run made.
  let objects = RunObjects()
  private var generators = 0
  /// Bodies of generators that were told to end and did not.
  private var stubborn: [Coroutine] = []
  private var printed = 0
  /// The code points of texts that were indexed.
  private var texts = ScalarMemory()
  /// Containers whose text is being made.
  private var open: Set<ObjectIdentifier> = []

  /// What a program may use.
  package struct Limits: Sendable {
    /// Turns of loops and calls.
    package var steps: Int
    /// Bytes that a program holds where the host measures them; else bytes of containers and texts
    /// made, freed or not.
    package var memory: Int
    /// Calls of functions inside of each other, until the program says otherwise.
    package var depth: Int
    /// Bytes that all cells print.
    package var output: Int

    /// Limits that lessons don't reach unless they have gone wrong.
    package init(
      steps: Int = 2_000_000_000, memory: Int = 4 << 30, depth: Int = 1000, output: Int = 32 << 20
    ) {
      self.output = output
      self.steps = steps
      self.memory = memory
      self.depth = depth
    }
  }

  /// - Parameter memoryInUse: measures the bytes that the process holds.
  package init(
    limits: Limits = Limits(), isCancelled: @escaping () -> Bool = { false },
    memoryInUse: (() -> Int)? = nil, write: @escaping (String) -> Void
  ) {
    self.memoryInUse = memoryInUse
    memoryAtStart = memoryInUse?() ?? 0
    self.limits = limits
    recursionLimit = limits.depth
    self.isCancelled = isCancelled
    self.write = write
    builtins = Builtins.all
  }

  /// Lets go of variables, modules and all objects when no program runs any more: they refer to each other
  /// and to the machine, so nothing else frees them.
  package func end() {
    isEnded = true
    steps |= Self.stepsUnlooked
    currentGlobals.clear()
    for module in modules.values {
      for case .object(let object) in module.members.values { object.letGo() }
      module.letGo()
    }
    (modules, classChanges, keyFailure, handled) = ([:], [:], nil, nil)
    objects.letGo()
    for body in stubborn { while !body.isDone { body.close() } }
    stubborn = []
  }

  /// Runs the body for this run: what it makes goes when the run ends. Programs' cells run so by
  /// themselves; whatever else calls their functions, as showing a value does, needs it too.
  package func collecting<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try objects.collecting(body)
  }

  /// Counts a turn of a loop or a call.
  @inline(__always)
  package func step() throws(PyError) {
    steps &+= 1
    if steps & Self.stepsUnlooked == 0 { try look() }
  }

  /// Counts as much work as so many steps.
  package func step(count: Int) throws(PyError) {
    let before = steps
    steps &+= count
    if (steps ^ before) & ~Self.stepsUnlooked != 0 { try look() }
  }

  /// Steps between two looks at what may end a program, as a mask.
  private static let stepsUnlooked = 0xFFFF

  private func look() throws(PyError) {
    // Nothing goes on after the end, whatever it catches: the next step is looked at too.
    if isEnded { steps |= Self.stepsUnlooked }
    if isEnded || isCancelled() {
      throw PyError(InstanceObject(ExceptionTypes.type("KeyboardInterrupt")))
    }
    if steps > limits.steps {
      throw error("RuntimeError", "the program takes more than \(limits.steps) steps")
    }
    if let memoryInUse { try measure(memoryInUse()) }
  }

  /// Whether the program may take more steps.
  var hasRoom: Bool { steps <= limits.steps }

  /// The code points of a text, which loops ask for one by one.
  package func scalars(of text: String) throws(PyError) -> [Unicode.Scalar] {
    if let known = texts.known(text) { return known }
    try spend(memory: 4 * text.utf8.count)
    return texts.remember(text)
  }

  /// How many code points a text has.
  package func scalarCount(of text: String) -> Int { texts.count(of: text) }

  /// Prints a text.
  package func emit(_ text: String, toErrors: Bool = false) throws(PyError) {
    printed += text.utf8.count
    guard printed <= limits.output else {
      throw error("RuntimeError", "the program prints more than \(limits.output) bytes")
    }
    if toErrors, let writeError { writeError(text) } else { write(text) }
  }

  /// Gives all programs a name that needs no import.
  package func define(_ name: String, _ value: Value) { builtins[name] = value }

  /// What an item of a growing list takes at most: lists double their room.
  package static let itemBytes = 2 * MemoryLayout<Value>.stride

  /// Counts bytes before they are taken.
  package func spend(memory bytes: Int) throws(PyError) {
    let (total, overflows) = memory.addingReportingOverflow(bytes)
    guard !overflows, total <= limits.memory else { throw tooMuchMemory }
    memory = total
    if let memoryInUse, total > Self.unmeasured { try measure(memoryInUse()) }
  }

  /// The most items of a list, and a quarter of it of a dictionary: what grows is copied, and both
  /// copies must fit.
  static let mostItems = 1 << 26

  /// Counts items before they are put into a container.
  ///
  /// - Parameter count: how many it holds then.
  package func spend(items: Int = 1, growingTo count: Int) throws(PyError) {
    guard count <= Self.mostItems else {
      throw error(
        "MemoryError", "lists of more than \(Self.mostItems) items are not supported by Caderno")
    }
    try spend(memory: Self.itemBytes * items)
  }

  /// Counts bytes that are taken already, such as an array's: the next step looks at them.
  package func notice(memory bytes: Int) {
    memory &+= bytes
    if memoryInUse != nil, memory > Self.unmeasured { steps |= Self.stepsUnlooked }
  }

  /// Bytes that may be made between two measurements.
  private static let unmeasured = 32 << 20

  private func measure(_ bytes: Int) throws(PyError) {
    let (held, overflows) = (bytes - memoryAtStart).addingReportingOverflow(memory)
    memory = 0
    if overflows || held > limits.memory { throw tooMuchMemory }
  }

  private var tooMuchMemory: PyError {
    error("MemoryError", "the program takes more than \(limits.memory) bytes")
  }

  /// Counts a generator that lives; each has a stack.
  func beginGenerator() throws(PyError) {
    guard generators < Self.mostGenerators else {
      throw error("MemoryError", "too many generators at once")
    }
    generators += 1
  }

  func endGenerator() { generators -= 1 }

  /// Keeps the body of a generator that does not end when it is told to, until the run does.
  func keep(_ body: Coroutine) { stubborn.append(body) }

  private static let mostGenerators = 10_000

  /// The text of a container, or a stand-in where it is inside of itself.
  package func nested(
    _ object: Object, otherwise: String, _ body: () throws(PyError) -> String
  ) throws(PyError) -> String {
    let id = ObjectIdentifier(object)
    guard open.insert(id).inserted else { return otherwise }
    defer { open.remove(id) }
    return try body()
  }
}
