import CStacks
import Foundation
import Stacks
import Testing

struct `A deep stack` {
  struct Failure: Error, Equatable {}

  @Test func `has the room that it was given`() {
    #expect(DeepStack.run { caderno_stack_size() } >= 256 << 20)
  }

  @Test func `gives the body's result and its error`() {
    #expect(DeepStack.run { 3 } == 3)
    #expect(throws: Failure()) { try DeepStack.run { throw Failure() } }
  }

  @Test func `is used where the caller has one already`() {
    let isOne = DeepStack.run { Thread.current === DeepStack.run { Thread.current } }
    #expect(isOne)
  }
}

/// Objects in a chain, each owned by the one before.
private final class Link {
  let next: Link?
  let end: Counter?
  init(_ next: Link?, _ end: Counter? = nil) { (self.next, self.end) = (next, end) }

  deinit {
    end?.count += 1
    if !caderno_stack_is_shallow() { ReleaseQueue.keep(next as Any) }
  }
}

private final class Counter {
  var count = 0
}

struct `A long chain` {
  @Test(arguments: [1, 1000, 200_000])
  func `is let go of, whatever its length`(length: Int) {
    let counter = Counter()
    DeepStack.run {
      var chain = Link(nil, counter)
      for _ in 0..<length { chain = Link(chain) }
    }
    #expect(counter.count == 1)
  }
}
