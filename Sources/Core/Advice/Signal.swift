/// The signals by which a service is watched: the four golden ones ("Site Reliability Engineering", chapter 6) and traces.
package enum Signal: String, CaseIterable, Sendable { case latency, traffic, errors, saturation, traces }
