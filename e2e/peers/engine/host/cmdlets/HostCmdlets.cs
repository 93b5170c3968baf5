using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Runtime.InteropServices;
using System.Security;

namespace Edgewise.EngineHost.Cmdlets;

/// <summary>Asks the host whatever it can be asked, and writes what came back.</summary>
[Cmdlet(VerbsLifecycle.Request, "Answer")]
public sealed class RequestAnswer : PSCmdlet
{
    /// <summary>Choice, Choices, Fields, Line, Secret, Credential, Key or Window.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string What { get; set; } = "";

    private static Collection<ChoiceDescription> Choices =>
        [new("&Yes", "Go on."), new("Yes to &All", "Go on with all."), new("&No", "Stop.")];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var ui = Host.UI;
        switch (What)
        {
            case "Choice":
                WriteObject(ui.PromptForChoice("caption", "message", Choices, 2));
                break;
            case "Choices":
                WriteObject(((IHostUISupportsMultipleChoiceSelection)ui).PromptForChoice("caption", "message", Choices, new Collection<int> { 0, 2 }), true);
                break;
            case "Fields":
                Fields(ui);
                break;
            case "Line":
                WriteObject(ui.ReadLine());
                break;
            case "Secret":
                WriteObject(Secrets.Clear(ui.ReadLineAsSecureString()));
                break;
            case "Credential":
                var credential = ui.PromptForCredential("caption", "message", "CONTOSO\\ana", "target");
                WriteObject($"{credential.UserName} {Secrets.Clear(credential.Password)}");
                break;
            case "Key":
                WriteObject(ui.RawUI.ReadKey().Character);
                break;
            case "Window":
                WriteObject($"{ui.RawUI.WindowSize} {ui.RawUI.BufferSize} {ui.RawUI.WindowTitle} {ui.RawUI.ForegroundColor}");
                break;
            default:
                throw new PSArgumentException($"no such question: {What}");
        }
    }

    private void Fields(PSHostUserInterface ui)
    {
        var list = new FieldDescription("Names") { HelpMessage = "several" };
        list.SetParameterType(typeof(string[]));
        var secret = new FieldDescription("Pin");
        secret.SetParameterType(typeof(SecureString));
        var who = new FieldDescription("Who");
        who.SetParameterType(typeof(PSCredential));
        var answers = ui.Prompt("caption", "message", [new FieldDescription("Identity"), list, secret, who]);
        WriteObject(answers["Identity"]?.BaseObject);
        WriteObject(LanguagePrimitives.ConvertTo<string[]>(answers["Names"]), true);
        WriteObject(Secrets.Clear((SecureString)answers["Pin"].BaseObject));
        var credential = LanguagePrimitives.ConvertTo<PSCredential>(answers["Who"]);
        WriteObject($"{credential.UserName} {Secrets.Clear(credential.Password)}");
    }
}

/// <summary>Writes to the host by every method there is, and asks it to end.</summary>
[Cmdlet(VerbsCommunications.Write, "ToHost")]
public sealed class WriteToHost : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var ui = Host.UI;
        ui.Write("one ");
        ui.Write(ConsoleColor.Red, ConsoleColor.Black, "two ");
        ui.WriteLine();
        ui.WriteLine("three");
        ui.WriteLine(ConsoleColor.Red, ConsoleColor.Black, "four");
        ui.WriteErrorLine("five");
        ui.WriteDebugLine("six");
        ui.WriteVerboseLine("seven");
        ui.WriteWarningLine("eight");
        ui.WriteProgress(1, new ProgressRecord(1, "nine", "half way"));
        ui.RawUI.WindowTitle = "renamed";
        WriteWarning("ten");
        WriteProgress(new ProgressRecord(2, "eleven", "half way"));
        WriteInformation(new HostInformationMessage { Message = "twelve" }, ["PSHOST"]);
        Host.SetShouldExit(3);
    }
}

/// <summary>Takes secrets as parameters, and writes what they are.</summary>
[Cmdlet(VerbsCommon.Show, "Secret")]
public sealed class ShowSecret : PSCmdlet
{
    /// <summary>A SecureString.</summary>
    [Parameter]
    public SecureString? Password { get; set; }

    /// <summary>User and password.</summary>
    [Parameter]
    public PSCredential? Credential { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Password is not null) WriteObject(Secrets.Clear(Password));
        if (Credential is not null) WriteObject($"{Credential.UserName} {Secrets.Clear(Credential.Password)}");
    }
}

/// <summary>Writes a SecureString as output.</summary>
[Cmdlet(VerbsCommon.Get, "Secret")]
public sealed class GetSecret : PSCmdlet
{
    /// <summary>What it holds.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Text { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(Secrets.Of(Text));
}

/// <summary>Has a parameter that must be given: left out, it is asked for.</summary>
[Cmdlet(VerbsCommon.Show, "Mandatory")]
public sealed class ShowMandatory : PSCmdlet
{
    /// <summary>What is asked for.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Which one?")]
    public string Identity { get; set; } = "";

    /// <summary>A number.</summary>
    [Parameter(Mandatory = true)]
    public int Count { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject($"{Identity} {Count}");
}

/// <summary>SecureStrings of tests.</summary>
internal static class Secrets
{
    /// <summary>The text of one.</summary>
    public static string Clear(SecureString secret)
    {
        var pointer = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            return Marshal.PtrToStringUni(pointer) ?? "";
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(pointer);
        }
    }

    /// <summary>One of a text.</summary>
    public static SecureString Of(string text)
    {
        var secret = new SecureString();
        foreach (var unit in text) secret.AppendChar(unit);
        secret.MakeReadOnly();
        return secret;
    }
}
