internal import PythonRuntime

/// The module `re`.
enum PatternModule {
  static var members: [String: Value] {
    var all = PythonRuntime.members(
      PatternFunctions.functions,
      [
        "Pattern": .object(PatternObject.patternType), "Match": .object(MatchObject.matchType),
        "error": .object(ExceptionTypes.type("re.error")),
        "NOFLAG": .object(FlagObject([])),
      ])
    for (flag, long, short) in FlagObject.names {
      all[long] = .object(FlagObject(flag))
      all[short] = all[long]
    }
    return all
  }
}
