import Report
import Testing

@Suite struct FlowTableTests {
  /// By hand from the contract: level, outcome, reason, n.
  @Test func isFourColumns() {
    let bytes = FlowTable.render([
      FlowRow(level: "result", outcome: "read", reason: "", n: 12),
      FlowRow(level: "result", outcome: "rejected", reason: "unit missing, none", n: 1),
    ])
    let expected = "level,outcome,reason,n\nresult,read,,12\nresult,rejected,\"unit missing, none\",1\n"
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }
}
