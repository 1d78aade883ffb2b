internal import CStacks
internal import Stacks

/// Letting go of long chains without nesting as deep as they are.
///
/// When an object's last owner lets go of it, it lets go of what it holds, inside of the same call: a
/// list in a list in a list … would take the stack to its end. Every class whose objects hold values
/// hands them to ``hold(_:)`` in its `deinit`. Near the top of the stack that does nothing; deeper
/// down they are kept until the object is gone, and the next object that goes lets go of all that
/// waits, one after the other.
package enum LettingGo {
  /// To be called in `deinit` with what the object holds.
  @inline(__always)
  package static func hold<Held>(_ held: @autoclosure () -> Held) {
    if !caderno_stack_is_shallow() { ReleaseQueue.keep(held()) }
  }
}
