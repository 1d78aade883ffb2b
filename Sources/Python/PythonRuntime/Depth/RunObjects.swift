internal import CStacks

/// The objects that a run made and that are still there.
///
/// Objects that hold each other keep each other alive: a function that calls itself, a list in itself, a layer
/// and the tensor that it made. Nothing frees them while a program runs; at the run's end each lets go of what it
/// holds. So every object stands in the list of the run that its thread works for when it is made,
/// from its `init` to its `deinit`, and the list itself holds none.
final class RunObjects {
  /// Stands before all others.
  private let head = ListHead()

  /// An object that is in no list but its own.
  private final class ListHead: Object {
    override init() {
      super.init()
      leave()
    }
  }

  /// Runs the body with what its thread makes in this list.
  @inline(__always)
  func collecting<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let outer = caderno_owner()
    caderno_set_owner(Unmanaged.passUnretained(head).toOpaque())
    defer { caderno_set_owner(outer) }
    return try body()
  }

  /// Those that are there, the newest first.
  var all: [Object] {
    var all: [Object] = []
    var place = head.next
    while let object = place?.takeUnretainedValue() {
      all.append(object)
      place = object.next
    }
    return all
  }

  /// Takes all out of the list.
  @discardableResult
  func removeAll() -> [Object] {
    let all = all
    for object in all { object.leave() }
    return all
  }

  /// Makes all let go of what they hold.
  func letGo() {
    for object in removeAll() { object.letGo() }
  }

  deinit { removeAll() }
}

extension Machine {
  /// What the run made and is still there: for tests, which look whether it goes when the run ends.
  package var made: [Object] { objects.all }
}

extension Object {
  /// Puts a new object into the list of the run that its thread works for.
  @inline(__always)
  func enter() {
    guard let owner = caderno_owner() else { return }
    let head = Unmanaged<Object>.fromOpaque(owner)
    let own = Unmanaged.passUnretained(self)
    previous = head
    head._withUnsafeGuaranteedRef { head in
      next = head.next
      head.next = own
    }
    next?._withUnsafeGuaranteedRef { $0.previous = own }
  }

  @inline(__always)
  func leave() {
    guard let previous else { return }
    previous._withUnsafeGuaranteedRef { $0.next = next }
    next?._withUnsafeGuaranteedRef { $0.previous = previous }
    self.previous = nil
    next = nil
  }
}
