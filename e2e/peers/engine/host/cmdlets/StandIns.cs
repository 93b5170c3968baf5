using System.Management.Automation;
using Microsoft.Rtc.Management.WritableConfig.Settings.Edge;

namespace Edgewise.EngineHost.Cmdlets;

// Cmdlets with the names and parameters of the server's, and next to nothing inside: the engine binds their arguments and
// refuses wrong ones by itself, and so says how a server's refusals look, and its rows. Parameters: cmdlet help of Skype for Business Server.

/// <summary>Reads the one row that every domain has here.</summary>
[Cmdlet(VerbsCommon.Get, "CsAllowedDomain", DefaultParameterSetName = "Identity")]
public sealed class GetCsAllowedDomain : PSCmdlet
{
    private const string Absent = "absent.example";

    /// <summary>The domain.</summary>
    [Parameter(Position = 0, ParameterSetName = "Identity")]
    public string? Identity { get; set; }

    /// <summary>A wildcard.</summary>
    [Parameter(ParameterSetName = "Filter")]
    public string? Filter { get; set; }

    /// <summary>The local replica.</summary>
    [Parameter]
    public SwitchParameter LocalStore { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Identity == Absent)
        {
            var reason = new InvalidOperationException($"Cannot find \"AllowedDomain\" \"{Absent}\" because it does not exist.");
            WriteError(new ErrorRecord(reason, "ItemNotFound", ErrorCategory.ObjectNotFound, Absent));
            return;
        }

        WriteObject(new AllowedDomain
        {
            Identity = Identity,
            Domain = Identity,
            ProxyFqdn = "sip.typed.example",
            Comment = "<&> _x0041_",
        });
    }
}

/// <summary>Adds nothing.</summary>
[Cmdlet(VerbsCommon.New, "CsAllowedDomain", SupportsShouldProcess = true, DefaultParameterSetName = "Identity")]
public sealed class NewCsAllowedDomain : PSCmdlet
{
    /// <summary>The domain.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Identity")]
    public string? Identity { get; set; }

    /// <summary>The same by another name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ParentAndRelativeKey")]
    public string? Domain { get; set; }

    /// <summary>Free text.</summary>
    [Parameter]
    public string? Comment { get; set; }

    /// <summary>Deprecated.</summary>
    [Parameter]
    public bool MarkForMonitoring { get; set; }

    /// <summary>The partner's Access Edge.</summary>
    [Parameter]
    public string? ProxyFqdn { get; set; }

    /// <summary>How inbound messages are verified.</summary>
    [Parameter]
    public VerificationLevelType VerificationLevel { get; set; }

    /// <summary>No questions.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Not stored.</summary>
    [Parameter]
    public SwitchParameter InMemory { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => ShouldProcess(Identity ?? Domain);
}

/// <summary>Removes nothing.</summary>
[Cmdlet(VerbsCommon.Remove, "CsAllowedDomain", SupportsShouldProcess = true)]
public sealed class RemoveCsAllowedDomain : PSCmdlet
{
    /// <summary>The domain.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string? Identity { get; set; }

    /// <summary>No questions.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => ShouldProcess(Identity);
}
