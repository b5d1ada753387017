using System.Diagnostics;
using OpenTelemetry.Trace;

namespace JuryBot.Operations.Telemetry;

/// <summary>Which traces begin: of what comes in and of what is carried out, the configured share; none of a request of our own that belongs to nothing, such as looking
/// for wake-ups every second.</summary>
internal sealed class RootSampler(double share) : Sampler
{
    private readonly TraceIdRatioBasedSampler sampler = new(share);

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        samplingParameters.Kind == ActivityKind.Client ? new SamplingResult(SamplingDecision.Drop) : sampler.ShouldSample(samplingParameters);
}
