/// The checks of debug builds and of release builds made with `CADERNO_CHECKED=1`.
///
/// What every access goes through is `@_transparent` here: debug builds, too, then know the kind of
/// number where they compile the access, and look nothing up as they run.
public enum Bounds {
  /// Whether this build checks.
  public static var areChecked: Bool {
    #if DEBUG || CADERNO_CHECKED
      true
    #else
      false
    #endif
  }

  /// A place for runs without elements.
  @usableFromInline
  static func nowhere<Element>() -> UnsafeMutablePointer<Element> {
    UnsafeMutableRawPointer(bitPattern: 64).unsafelyUnwrapped.assumingMemoryBound(to: Element.self)
  }

  @usableFromInline
  static func nowhere<Element>() -> UnsafePointer<Element> {
    UnsafePointer(nowhere() as UnsafeMutablePointer<Element>)
  }

  @_transparent
  @usableFromInline
  static func check(_ index: Int, _ count: Int) {
    #if DEBUG || CADERNO_CHECKED
      // As unsigned numbers negative ones are too large.
      if UInt(bitPattern: index) >= UInt(bitPattern: count) { fail(index, count) }
    #endif
  }

  @_transparent
  @usableFromInline
  static func check(_ range: Range<Int>, _ count: Int) {
    #if DEBUG || CADERNO_CHECKED
      if range.lowerBound < 0 || range.upperBound > count { fail(range, count) }
    #endif
  }

  @_transparent
  @usableFromInline
  static func check(equal given: Int, _ count: Int) {
    #if DEBUG || CADERNO_CHECKED
      if given != count { failCopy(given, count) }
    #endif
  }

  @usableFromInline
  @inline(never)
  static func fail(_ index: Int, _ count: Int) -> Never {
    preconditionFailure("element \(index) of \(count)")
  }

  @usableFromInline
  @inline(never)
  static func fail(_ range: Range<Int>, _ count: Int) -> Never {
    preconditionFailure("elements \(range) of \(count)")
  }

  @usableFromInline
  @inline(never)
  static func failCopy(_ given: Int, _ count: Int) -> Never {
    preconditionFailure("\(given) elements for \(count)")
  }
}
