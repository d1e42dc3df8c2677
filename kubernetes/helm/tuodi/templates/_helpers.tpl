{{- define "tuodi.labels" -}}
app.kubernetes.io/name: tuodi
{{- end }}

{{- define "tuodi.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ .Values.image.tag }}
{{- end }}
{{- end }}

{{/* The ConfigMap that holds policy tables; one that is made has the hash of its content in its name, so that a changed
workbook rolls the Deployment. */}}
{{- define "tuodi.policyTables" -}}
{{- if .Values.policyTables.existingConfigMap -}}
{{ .Values.policyTables.existingConfigMap }}
{{- else if .Values.policyTables.files -}}
tuodi-policy-tables-{{ toJson .Values.policyTables.files | sha256sum | trunc 10 }}
{{- else -}}
tuodi-policy-tables
{{- end }}
{{- end }}
