using System.Management.Automation;

namespace Edgewise.EngineHost.Cmdlets;

/// <summary>Writes once to every stream, nasty text included.</summary>
[Cmdlet(VerbsCommunications.Write, "EveryStream")]
public sealed class WriteEveryStream : PSCmdlet
{
    /// <summary>The text in each.</summary>
    [Parameter]
    public string Text { get; set; } = "line <&> _x0041_ \u0001";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        WriteObject("output " + Text);
        WriteWarning("warning " + Text);
        WriteVerbose("verbose " + Text);
        WriteDebug("debug " + Text);
        WriteInformation(new InformationRecord("information " + Text, "Write-EveryStream"));
        WriteInformation(Shapes.Custom(("Answer", 42)), ["tag one", "tag two"]);
        WriteProgress(new ProgressRecord(7, "activity " + Text, "half way")
        {
            PercentComplete = 50,
            SecondsRemaining = 12,
            CurrentOperation = "operation",
            ParentActivityId = 3,
        });
        WriteProgress(new ProgressRecord(7, "activity", "done") { RecordType = ProgressRecordType.Completed });
        WriteError(new ErrorRecord(new InvalidOperationException("error " + Text), "EveryStream", ErrorCategory.InvalidOperation, Text));
    }
}

/// <summary>Writes one error record for every category there is.</summary>
[Cmdlet(VerbsCommunications.Write, "EveryError")]
public sealed class WriteEveryError : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var category in Enum.GetValues<ErrorCategory>())
        {
            WriteError(new ErrorRecord(new ItemNotFoundException($"Nothing for {category}."), $"Error{category}", category, new Uri("https://target.example/")));
        }

        var detailed = new ErrorRecord(new ArgumentException("exception's words", new FormatException("inner")), "Detailed,With.Comma", ErrorCategory.ObjectNotFound, null)
        {
            ErrorDetails = new ErrorDetails("details' words") { RecommendedAction = "Do it again." },
        };
        detailed.CategoryInfo.Activity = "Own-Activity";
        detailed.CategoryInfo.Reason = "OwnReason";
        detailed.CategoryInfo.TargetName = "own target";
        detailed.CategoryInfo.TargetType = "OwnType";
        WriteError(detailed);
    }
}

/// <summary>Fails: the pipeline ends in state Failed with the record as its reason.</summary>
[Cmdlet(VerbsCommunications.Write, "Fatal")]
public sealed class WriteFatal : PSCmdlet
{
    /// <summary>Throws a bare exception in place of a terminating error record.</summary>
    [Parameter]
    public SwitchParameter Bare { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        WriteObject("before");
        if (Bare) throw new NotSupportedException("bare exception");
        ThrowTerminatingError(new ErrorRecord(new UnauthorizedAccessException("not for you"), "Fatal", ErrorCategory.PermissionDenied, "target"));
    }
}

/// <summary>Asks for confirmation: under a null host the engine refuses at once.</summary>
[Cmdlet(VerbsCommon.Remove, "Precious", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemovePrecious : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ShouldProcess("the crown jewels")) WriteObject("removed");
    }
}

/// <summary>Sets a preference variable of the session; the module that has Set-Variable is not here.</summary>
[Cmdlet(VerbsCommon.Set, "Preference")]
public sealed class SetPreference : PSCmdlet
{
    /// <summary>Verbose, Debug, Information or Progress.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateSet("Verbose", "Debug", "Information", "Progress")]
    public string Stream { get; set; } = "";

    /// <summary>What to do with what is written to it.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public ActionPreference Value { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => SessionState.PSVariable.Set($"global:{Stream}Preference", Value);
}

/// <summary>Narrows the session's language, as a server's session configuration does; there is no way back.</summary>
[Cmdlet(VerbsCommon.Set, "LanguageMode")]
public sealed class SetLanguageMode : PSCmdlet
{
    /// <summary>FullLanguage, RestrictedLanguage, NoLanguage or ConstrainedLanguage.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public PSLanguageMode Mode { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => SessionState.LanguageMode = Mode;
}
