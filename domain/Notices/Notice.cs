using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Notices;

/// <summary>Something that people who do not watch the terminal are told. Plain text throughout: each channel escapes it its own way.</summary>
public abstract record Notice
{
    private protected Notice(string stack, DateTimeOffset at) => (Stack, At) = (stack, at);

    public string Stack { get; }

    /// <summary>When it happened, which may be long before it is read.</summary>
    public DateTimeOffset At { get; }

    public abstract NoticeKind Kind { get; }

    public abstract NoticeSeverity Severity { get; }

    /// <summary>The same for all notices of one release, and of no other: what belongs together is shown together.</summary>
    public abstract string Topic { get; }

    /// <summary>Whether what was critical about the topic is over.</summary>
    public virtual bool Settles => false;

    /// <summary>One line, the stack first.</summary>
    public string Subject => $"[{Stack}] {NoticeText.Line(Headline)}";

    /// <summary>One paragraph: what happened, and what there is to do.</summary>
    public string Text => NoticeText.Line(Paragraph);

    public ImmutableArray<NoticeFact> Facts =>
        [.. Details.Select(fact => new NoticeFact(NoticeText.Line(fact.Name), NoticeText.Line(fact.Value)))];

    private protected abstract string Headline { get; }

    private protected abstract string Paragraph { get; }

    private protected abstract IEnumerable<NoticeFact> Details { get; }
}

public sealed record NoticeFact(string Name, string Value);
