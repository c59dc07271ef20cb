using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Proofs;

/// <summary>All that must be so for a site's visitors to return at once to a version that the site or its slot still has.</summary>
/// <param name="Target">Of the two the one to return to, as in <c>shop</c> or <c>shop/green</c>.</param>
/// <param name="Parts">The site, which holds the rules, and the slot where that is the target.</param>
/// <param name="RampUp">The site's rules in words: what cannot be read would be replaced blindly.</param>
/// <param name="Answer">Of the target, at its own host.</param>
/// <param name="Images">That the target runs.</param>
/// <param name="Secrets">That it refers to.</param>
public sealed record SiteRollbackFacts(
    string Target,
    ImmutableArray<SitePartFact> Parts,
    Fact<string> RampUp,
    Fact<SiteAnswer> Answer,
    ImmutableArray<ImageFact> Images,
    ImmutableArray<SecretFact> Secrets,
    Fact<SchemaStanding> Schema);

/// <param name="State">Azure's word: <c>Running</c>, <c>Stopped</c>.</param>
public sealed record SitePartFact(string Name, Fact<string> State);

/// <param name="Address">That was asked.</param>
/// <param name="Status">Of HTTP.</param>
public sealed record SiteAnswer(string Address, int Status);
