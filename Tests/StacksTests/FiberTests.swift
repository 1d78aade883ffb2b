import CStacks
import Stacks
import Testing

struct `A fiber` {
  /// A fiber that adds its own number `times` times, and stops after each.
  private final class Adder {
    private(set) var sum = 0
    private(set) var fiber: Fiber!

    init(_ number: Int, times: Int) {
      fiber = Fiber { [unowned self] fiber in
        for _ in 0..<times {
          sum += number
          fiber.suspend()
        }
      }
    }
  }

  @Test func `stops and goes on where it stopped`() {
    let adder = Adder(3, times: 2)
    #expect(adder.fiber.resume() && adder.sum == 3 && !adder.fiber.isDone)
    #expect(adder.fiber.resume() && adder.sum == 6 && !adder.fiber.isDone)
    #expect(adder.fiber.resume() && adder.sum == 6 && adder.fiber.isDone)
    #expect(!adder.fiber.resume())
  }

  @Test func `is one of thousands that live`() {
    let adders = (0..<3000).map { Adder($0, times: 2) }
    for _ in 0..<2 { for adder in adders { #expect(adder.fiber.resume()) } }
    #expect(Set(adders.map(\.fiber.isDone)) == [false])
    #expect(adders.map(\.sum) == (0..<3000).map { 2 * $0 })
    for adder in adders { _ = adder.fiber.resume() }
    #expect(Set(adders.map(\.fiber.isDone)) == [true])
  }

  @Test func `has the room of its own stack, and leaves that of its caller's`() {
    let outer = caderno_stack_size()
    var inner = 0
    let fiber = Fiber { fiber in
      inner = caderno_stack_size()
      fiber.suspend()
      inner += 1
    }
    #expect(fiber.resume())
    #expect(caderno_stack_size() == outer)
    #expect(inner > 63 << 20 && inner < 64 << 20)
    #expect(fiber.resume() && fiber.isDone && caderno_stack_size() == outer)
  }

  @Test func `runs inside of another's body`() {
    var order: [Int] = []
    let inner = Fiber { fiber in
      order.append(2)
      fiber.suspend()
      order.append(4)
    }
    let outer = Fiber { fiber in
      order.append(1)
      _ = inner.resume()
      order.append(3)
      fiber.suspend()
      _ = inner.resume()
      order.append(5)
    }
    #expect(outer.resume() && outer.resume())
    #expect(order == [1, 2, 3, 4, 5] && inner.isDone && outer.isDone)
  }

  /// Recursion until the mark says that the room ends.
  private func depth() -> Int { caderno_stack_has_room() ? 1 + depth() : 0 }

  @Test func `sees the end of its stack coming`() {
    var found = 0
    let fiber = Fiber { _ in found = depth() }
    #expect(fiber.resume() && fiber.isDone)
    #expect(found > 1000)
  }

  @Test func `lets go of what its body held`() {
    final class Thing {}
    weak var seen: Thing?
    do {
      let thing = Thing()
      seen = thing
      let fiber = Fiber { fiber in
        withExtendedLifetime(thing) { fiber.suspend() }
      }
      _ = fiber.resume()
      _ = fiber.resume()
    }
    #expect(seen == nil)
  }
}
