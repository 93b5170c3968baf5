using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Edgewise.EngineHost.Client;

/// <summary>A host of the engine's client that chooses by the labels it is given, and keeps what it was asked and shown.</summary>
internal sealed class ScriptedHost(IEnumerable<string> answers) : PSHost
{
    private readonly ScriptedUserInterface _ui = new(answers);

    /// <summary>Questions and lines in the order they came.</summary>
    public IReadOnlyList<string> Seen => _ui.Seen;

    /// <inheritdoc/>
    public override string Name => "Scripted";

    /// <inheritdoc/>
    public override Version Version { get; } = new(1, 0);

    /// <inheritdoc/>
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    /// <inheritdoc/>
    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    /// <inheritdoc/>
    public override PSHostUserInterface UI => _ui;

    /// <inheritdoc/>
    public override void SetShouldExit(int exitCode) => _ui.Seen.Add($"exit {exitCode}");

    /// <inheritdoc/>
    public override void EnterNestedPrompt() => throw new PSNotImplementedException();

    /// <inheritdoc/>
    public override void ExitNestedPrompt() => throw new PSNotImplementedException();

    /// <inheritdoc/>
    public override void NotifyBeginApplication() => _ui.Seen.Add("begin");

    /// <inheritdoc/>
    public override void NotifyEndApplication() => _ui.Seen.Add("end");
}

/// <summary>The screen of a <see cref="ScriptedHost"/>: it has no window, and answers choices alone.</summary>
internal sealed class ScriptedUserInterface(IEnumerable<string> answers) : PSHostUserInterface
{
    private readonly Queue<string> _answers = new(answers);

    /// <summary>Questions and lines in the order they came.</summary>
    public List<string> Seen { get; } = [];

    /// <inheritdoc/>
    public override PSHostRawUserInterface? RawUI => null;

    /// <inheritdoc/>
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Seen.Add($"{caption}|{message}|{string.Join(',', choices.Select(choice => $"{choice.Label}={choice.HelpMessage}"))}|{defaultChoice}");
        if (!_answers.TryDequeue(out var wanted)) throw new PSNotImplementedException("no answer is left");
        return choices.ToList().FindIndex(choice => choice.Label == wanted);
    }

    /// <inheritdoc/>
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw new PSNotImplementedException();

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw new PSNotImplementedException();

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        throw new PSNotImplementedException();

    /// <inheritdoc/>
    public override string ReadLine() => throw new PSNotImplementedException();

    /// <inheritdoc/>
    public override SecureString ReadLineAsSecureString() => throw new PSNotImplementedException();

    /// <inheritdoc/>
    public override void Write(string value) => Seen.Add(value);

    /// <inheritdoc/>
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Seen.Add(value);

    /// <inheritdoc/>
    public override void WriteLine(string value) => Seen.Add(value);

    /// <inheritdoc/>
    public override void WriteErrorLine(string value) => Seen.Add(value);

    /// <inheritdoc/>
    public override void WriteDebugLine(string message) => Seen.Add(message);

    /// <inheritdoc/>
    public override void WriteVerboseLine(string message) => Seen.Add(message);

    /// <inheritdoc/>
    public override void WriteWarningLine(string message) => Seen.Add(message);

    /// <inheritdoc/>
    public override void WriteProgress(long sourceId, ProgressRecord record) => Seen.Add(record.Activity);
}
