internal import CPCRE2
internal import PythonRuntime

/// A pattern that PCRE2 compiled, and its bounds: the one place that calls the library.
final class CompiledPattern {
  let groupCount: Int
  fileprivate let code: OpaquePointer

  /// Items of a pattern with the turns of its groups written out; more than any pattern of a lesson takes.
  static let mostItems = 50_000

  /// - Throws: what is wrong in words of ours where the pattern is too large, else in PCRE2's.
  init(_ node: PatternNode, groupCount: Int) throws(PatternProblem) {
    guard node.size <= Self.mostItems else {
      throw PatternProblem("the pattern is too large for Caderno", nil)
    }
    let context = pcre2_compile_context_create_32(nil)
    defer { pcre2_compile_context_free_32(context) }
    pcre2_set_newline_32(context, UInt32(PCRE2_NEWLINE_LF))
    // Parentheses of the pattern are 100 deep at most, and the translation adds less than two for each.
    pcre2_set_parens_nest_limit_32(context, 400)
    let units = PatternTranslation(node).text.unicodeScalars.map(\.value)
    var (problem, place): (Int32, Int) = (0, 0)
    let options = PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_DOTALL
    guard let code = pcre2_compile_32(units, units.count, options, &problem, &place, context) else {
      throw PatternProblem("\(Self.words(problem)), says PCRE2, which Caderno uses", nil)
    }
    (self.code, self.groupCount) = (code, groupCount)
  }

  deinit { pcre2_code_free_32(code) }

  private static func words(_ problem: Int32) -> String {
    var units = [UInt32](repeating: 0, count: 256)
    let length = pcre2_get_error_message_32(problem, &units, units.count)
    let scalars = units.prefix(max(0, Int(length))).compactMap(Unicode.Scalar.init)
    return String(String.UnicodeScalarView(scalars))
  }
}

/// Looks for a pattern in one text.
final class PatternMatcher {
  /// What one place in the text may cost until the search gives up there, with an error.
  struct Limits {
    /// Ways that are tried from a place, in a short text.
    var ways = 2_000_000
    /// Ways more for each character of the text: loops take some for each.
    var waysPerCharacter = 8
    /// Ways inside of each other, all of which are kept.
    var depth = 500_000
    /// KiB that are taken to keep them.
    var memory = 64 << 10
  }

  /// How a match may begin and end.
  struct Form: OptionSet {
    let rawValue: UInt32
    /// It begins where the search does.
    static let anchored = Form(rawValue: PCRE2_ANCHORED)
    /// It ends where the text does.
    static let whole = Form(rawValue: PCRE2_ANCHORED | PCRE2_ENDANCHORED)
    /// It takes a character where it begins where the search does.
    static let advancing = Form(rawValue: PCRE2_NOTEMPTY_ATSTART)
  }

  private let pattern: CompiledPattern
  private let text: [UInt32]
  private let end: Int
  private let work: PatternWork
  private let data: OpaquePointer?
  private let context: OpaquePointer?

  /// - Parameters:
  ///   - text: its code points.
  ///   - end: where the text ends for the pattern.
  init(
    _ pattern: CompiledPattern, _ text: [UInt32], end: Int, _ machine: Machine,
    limits: Limits = Limits()
  ) {
    (self.pattern, self.end) = (pattern, end)
    self.text = text.isEmpty ? [0] : text
    work = PatternWork(self.text, machine)
    data = pcre2_match_data_create_32(UInt32(pattern.groupCount + 1), nil)
    context = pcre2_match_context_create_32(nil)
    let ways = limits.ways + limits.waysPerCharacter * end
    pcre2_set_match_limit_32(context, UInt32(clamping: ways))
    pcre2_set_depth_limit_32(context, UInt32(limits.depth))
    pcre2_set_heap_limit_32(context, UInt32(limits.memory))
    let pointer = Unmanaged.passUnretained(work).toOpaque()
    pcre2_set_callout_32(context, { PatternWork.look($0, $1) }, pointer)
  }

  deinit {
    pcre2_match_data_free_32(data)
    pcre2_match_context_free_32(context)
  }

  /// The first match at or behind a place: where it and its groups begin and end, -1 for nowhere; and the group that was
  /// closed last.
  func match(from start: Int, _ form: Form = []) throws(PyError) -> PatternSpans? {
    guard start <= end else { return nil }
    work.begin(at: start)
    let result = pcre2_match_32(
      pattern.code, text, end, start, form.rawValue | PCRE2_NO_UTF_CHECK, data, context)
    if result == PCRE2_ERROR_NOMATCH { return nil }
    if let failure = work.failure { throw failure }
    guard result > 0, let found = pcre2_get_ovector_pointer_32(data) else { throw error(result) }
    let slots = Array(UnsafeBufferPointer(start: found, count: 2 * (pattern.groupCount + 1)))
    return PatternSpans(slots: slots, lastGroup: work.lastGroup)
  }

  private func error(_ result: Int32) -> PyError {
    switch result {
    case PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_NOMEMORY:
      work.machine.error("MemoryError", "the pattern keeps too many ways to go back")
    case PCRE2_ERROR_MATCHLIMIT:
      work.machine.error("RuntimeError", "the pattern goes back too often")
    default: work.machine.error("RuntimeError", "PCRE2 ends with its error \(result)")
    }
  }
}

/// Where a match and its groups are.
struct PatternSpans {
  /// Two places for each group, -1 for nowhere.
  let slots: [Int]
  /// The group that was closed last; 0 for none.
  let lastGroup: Int
}

/// What PCRE2 asks while it looks for a match.
private final class PatternWork {
  let machine: Machine
  private let text: [UInt32]
  /// What ends the search.
  private(set) var failure: PyError?
  private(set) var lastGroup = 0
  private var last = 0

  init(_ text: [UInt32], _ machine: Machine) { (self.text, self.machine) = (text, machine) }

  func begin(at start: Int) { (last, lastGroup) = (start, 0) }

  /// 0 to go on, 1 to go back.
  static func look(
    _ block: UnsafeMutablePointer<pcre2_callout_block_32>?, _ context: UnsafeMutableRawPointer?
  ) -> Int32 {
    guard let block, let context else { return 0 }
    let work = Unmanaged<PatternWork>.fromOpaque(context).takeUnretainedValue()
    do throws(PyError) {
      return try work.look(block)
    } catch {
      work.failure = error
      return PCRE2_ERROR_CALLOUT
    }
  }

  /// Characters that are passed in the time of a step.
  private static let charactersPerStep = 16

  private func look(_ block: UnsafeMutablePointer<pcre2_callout_block_32>) throws(PyError) -> Int32
  {
    let (number, place) = (block.pointee.callout_number, block.pointee.current_position)
    if number == PatternTranslation.endMark {
      lastGroup = Int(block.pointee.capture_last)
      return 0
    }
    try machine.step(count: (1 << number) + abs(place - last) / Self.charactersPerStep)
    last = place
    guard let name = block.pointee.callout_string else { return 0 }
    return holds(reference: name, block) ? 0 : 1
  }

  /// Whether what a reference took is what its group took, by Python's cases.
  private func holds(
    reference name: UnsafePointer<UInt32>, _ block: UnsafeMutablePointer<pcre2_callout_block_32>
  ) -> Bool {
    let isASCII = name[0] == 0x2D
    var number = 0
    for index in (isASCII ? 1 : 0)..<block.pointee.callout_string_length {
      number = 10 * number + Int(name[index]) - 0x30
    }
    let slots = block.pointee.offset_vector!
    let (start, end) = (slots[2 * number], slots[2 * number + 1])
    let taken = block.pointee.current_position - (end - start)
    return (0..<(end - start)).allSatisfy {
      LetterCases.small(text[start + $0], isASCII: isASCII)
        == LetterCases.small(text[taken + $0], isASCII: isASCII)
    }
  }
}
