/// Names for copies of directives.
struct FreeNames {
  private var taken: Set<String>
  /// The last number that was given behind a name.
  private var numbers: [String: Int] = [:]

  init(taken: Set<String>) { self.taken = taken }

  /// A name that no directive has: the next number behind the same letters, from 2.
  mutating func name(like name: String) -> String {
    let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let stem = String(name.dropLast(digits > 9 ? 0 : digits))
    var number = numbers[stem] ?? Int(name.suffix(digits > 9 ? 0 : digits)) ?? 1
    repeat { number += 1 } while !taken.insert("\(stem)\(number)").inserted
    numbers[stem] = number
    return "\(stem)\(number)"
  }
}
